import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { bundleOptions } from './build/bundle.mjs';
import { checkBundle } from './build/check.mjs';
import { writeNotices } from './build/notices.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
/**
 * The source files in each packed module, which is a compressed part of `main.js`.
 * @type {Map<string, readonly string[]>}
 */
const packed = new Map();
const { plugins = [], ...options } = bundleOptions({
  root,
  entry: 'src/main.ts',
  outfile: 'main.js',
  onPacked: (module, inputs) => packed.set(module, inputs),
});
const all = [...plugins, writeNotices(root, packed), checkBundle];

if (process.argv.includes('--watch')) {
  const watching = await context({ ...options, plugins: all, logLevel: 'info' });
  await watching.watch();
} else {
  try {
    await build({ ...options, plugins: all, logLevel: 'warning' });
  } catch (error) {
    // The bundler has printed the errors of the sources. Any other error is a defect of the build itself.
    if (!(error instanceof Error) || !('errors' in error)) throw error;
    process.exitCode = 1;
  }
}
