import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as v from 'valibot';
import { iconTexts } from './icon-texts';

const pageBundle = v.object({ key: v.string(), script: v.string(), styles: v.string() });

/** The bundled page. `key` identifies the sources it was made from. */
type KeptBundle = v.InferOutput<typeof pageBundle>;

/** The bundled page. It is kept as bytes, because a text would have to be encoded for every host. */
export interface PageBundle {
  readonly script: Uint8Array;
  readonly styles: Uint8Array;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const hostFolder = join(root, 'test/host');
const kept = join(root, 'node_modules/.cache/test-host/page.json');

let bundled: Promise<PageBundle> | undefined;

/** Bundles `app/` with its styles. A process does this once. */
export function bundlePage(): Promise<PageBundle> {
  bundled ??= currentBundle().then(({ script, styles }) => ({
    script: Buffer.from(script),
    styles: Buffer.from(styles),
  }));
  return bundled;
}

/**
 * Bundles `app/` with its styles, or returns a cached bundle of the same sources. The cache is useful because
 * bundling the icons and parsers takes longer than starting a host. The bundle does not contain the files
 * that the CSS refers to by `/npm/…`; they are served on request.
 */
async function currentBundle(): Promise<KeptBundle> {
  const key = await sourcesKey();
  const known = await readKept();
  if (known?.key === key) return known;
  const bundle = { key, ...(await makeBundle()) };
  await mkdir(dirname(kept), { recursive: true });
  // Several test files can write the cache at the same time. Each writes a separate file and then renames it,
  // so that the cache always has a complete bundle: the one that was renamed last.
  const fresh = `${kept}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify(bundle));
  await rename(fresh, kept);
  return bundle;
}

async function makeBundle(): Promise<{ script: string; styles: string }> {
  const result = await build({
    entryPoints: [join(hostFolder, 'app/main.ts')],
    outfile: 'app.js',
    bundle: true,
    // A smaller script lets the browser start the page sooner. Names are not shortened, so error messages
    // stay readable.
    minifyWhitespace: true,
    minifySyntax: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external: ['/npm/*'],
    plugins: [iconTexts],
    logLevel: 'silent',
  });
  const text = (ending: string): string =>
    result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), styles: text('.css') };
}

async function sourcesKey(): Promise<string> {
  const names = await readdir(hostFolder, { recursive: true });
  const sources = names.filter((name) => /\.(?:ts|css)$/.test(name) && !name.endsWith('.test.ts')).sort();
  const files = [...sources.map((name) => join(hostFolder, name)), join(root, 'package-lock.json')];
  const states = await Promise.all(
    files.map(async (file) => {
      const { mtimeMs, size } = await stat(file);
      return `${file} ${mtimeMs} ${size}`;
    }),
  );
  return createHash('sha256').update(states.join('\n')).digest('hex');
}

async function readKept(): Promise<KeptBundle | undefined> {
  const text = await readFile(kept, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = v.safeParse(pageBundle, JSON.parse(text));
  return read.success ? read.output : undefined;
}
