import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { context, build } from 'esbuild';
import { bundleOptions } from './build/bundle.mjs';
import { checkBundle } from './build/check.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const entry = 'src/main.ts';
if (!existsSync(new URL(entry, import.meta.url))) throw new Error(`There is no ${entry}.`);

const options = bundleOptions({ root, entry, outfile: 'main.js' });
if (process.argv.includes('--watch')) {
  const watching = await context({ ...options, plugins: [...(options.plugins ?? []), checkBundle], logLevel: 'info' });
  await watching.watch();
} else {
  await build({ ...options, plugins: [...(options.plugins ?? []), checkBundle], logLevel: 'warning' });
}
