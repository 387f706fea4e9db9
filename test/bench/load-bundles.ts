/** Makes the bundles with which `load.ts` compares `main.js`. The build options are those of `main.js`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { bundleOptions } from '../../build/bundle.mjs';
import { patchDependencies } from '../../build/patch-dependencies.mjs';
import { packedParts } from '../../build/packed-modules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const emptyPlugin = `import { Plugin } from 'obsidian'; export default class extends Plugin {}`;

const eagerPlugin = `
  import './src/workers/document/entry';
  import './src/workers/endpoint/entry';
  export { default } from './src/main';`;

/**
 * Keeps the code of the workers in the bundle. Otherwise the bundler would remove it, because nothing imports
 * a name from it and `package.json` declares that no module has side effects. Files that `main.js` contains
 * in packed form are included as base64, which is decoded when the bundle is loaded.
 */
const eagerParts: Plugin = {
  name: 'eager-parts',
  setup(builder) {
    const namespace = 'eager';
    const sideEffects = true;
    builder.onResolve({ filter: /\/entry$/ }, ({ path }) => {
      return { path: join(root, `${path}.ts`), sideEffects };
    });
    builder.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace, sideEffects }));
    builder.onLoad({ filter: /worker|client/, namespace }, () => ({ contents: 'export default undefined;' }));
    builder.onLoad({ filter: /./, namespace }, async ({ path }) => {
      const part = await packedParts[path]?.();
      if (part === undefined) throw new Error(`${path} is not a packed part.`);
      const base64 = part.text.slice(part.text.indexOf(',') + 1);
      return { contents: Buffer.from(base64, 'base64'), loader: 'binary' };
    });
  },
};

/** Bundles a plugin that does nothing. */
export function bundleEmpty(): Promise<string> {
  return bundle(emptyPlugin, []);
}

/** Bundles the same code as `main.js`, but so that all of it runs when the bundle is loaded. */
export function bundleEager(): Promise<string> {
  return bundle(eagerPlugin, [patchDependencies, eagerParts]);
}

async function bundle(contents: string, plugins: Plugin[]): Promise<string> {
  const { entryPoints: _, define, ...options } = bundleOptions({ root, entry: '', outfile: 'out/bench.js' });
  const stdin = { contents, resolveDir: root, loader: 'ts' } as const;
  const defined = { ...define, process: 'undefined', 'import.meta.url': '""' };
  const changes = { define: defined, plugins, stdin, write: false, logLevel: 'error' } as const;
  const result = await build({ ...options, ...changes });
  return result.outputFiles[0]?.text ?? '';
}
