import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Time in seconds for which a file must stay unchanged before the plugin reads it. It is short, because the
 * app is started often and no other program writes files here.
 */
const settleSeconds = 0.2;

/**
 * Each place before or after an `await` is a point. This expression matches the name of the point where a
 * model's answer has just been stored.
 */
export const keptPoint = /^llm.memory.kept-answers.*store\.put.*\(after\)$/;

const buildScript = `
import { build } from 'esbuild';
import { bundleOptions } from './build/bundle.mjs';
await build({ ...bundleOptions({ root: process.cwd(), entry: 'src/main.ts', outfile: 'main.js' }), logLevel: 'error' });
`;

/**
 * Builds the plugin from changed sources: before and after each `await`, in the app and in both workers, a
 * request goes to the server at `address`, and the thread is blocked until the server responds. If the server
 * never responds, the app stands still at this `await` until its page is closed. Writes `main.js`,
 * `manifest.json` and `styles.css` into the folder.
 */
export async function buildWithPoints(folder: string, address: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of ['src', 'build', 'package.json', 'manifest.json', 'styles.css']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const names = await readdir(join(folder, 'src'), { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.ts') && !one.endsWith('.d.ts'))) {
    const path = join(folder, 'src', name);
    const source = await readFile(path, 'utf8');
    await writeFile(
      path,
      withPoints(name === 'settings/settings.ts' ? hastened(source) : source, name, join(folder, 'point')),
    );
  }
  await writeFile(join(folder, 'point.ts'), reportingModule(address));
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', buildScript], { cwd: folder });
}

function hastened(source: string): string {
  const changed = source.replace('settleSeconds: 2,', `settleSeconds: ${String(settleSeconds)},`);
  if (changed === source) throw new Error('settings/settings.ts no longer contains `settleSeconds: 2,`.');
  return changed;
}

/** `await x` becomes `await pointAfter(site, (pointBefore(site), x))`. */
function withPoints(source: string, name: string, moduleName: string): string {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ESNext, true);
  const inserts: { readonly at: number; readonly text: string }[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      const words = node.expression.getText(file).replace(/\s+/g, ' ').slice(0, 60);
      const site = JSON.stringify(`${name}:${String(line + 1)} ${words}`);
      inserts.push({
        at: node.expression.getStart(file),
        text: `pointAfter(${site}, (pointBefore(${site}), `,
      });
      inserts.push({ at: node.expression.end, text: '))' });
    }
    ts.forEachChild(node, look);
  };
  look(file);
  if (inserts.length === 0) return source;
  let made = `import { pointAfter, pointBefore } from ${JSON.stringify(moduleName)};\n`;
  let end = 0;
  for (const { at, text } of inserts.sort((one, other) => one.at - other.at)) {
    made += source.slice(end, at) + text;
    end = at;
  }
  return made + source.slice(end);
}

/**
 * Returns the module that reports points to the server. The point that `keptPoint` matches is reported each
 * time. Every other point is reported only the first time, and only if the server wants all points or this
 * point (`armed`).
 */
function reportingModule(address: string): string {
  return `
// The document worker removes this global when it has loaded.
const Request = XMLHttpRequest;
const passed = new Set<string>();
let armed: string | undefined;
function send(path: string): string {
  const request = new Request();
  request.open('POST', ${JSON.stringify(address)} + path, false);
  request.send();
  return request.responseText;
}
function report(point: string): void {
  armed ??= send('/wanted');
  const isKept = ${keptPoint.toString()}.test(point);
  if (!isKept && (passed.has(point) || (armed !== '' && armed !== point))) return;
  passed.add(point);
  send('/' + encodeURIComponent(point));
}
export function pointBefore(site: string): void {
  report(site + ' (before)');
}
export async function pointAfter<Value>(site: string, value: Value): Promise<Awaited<Value>> {
  try {
    return await value;
  } finally {
    report(site + ' (after)');
  }
}
`;
}
