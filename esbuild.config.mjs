import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { bundleOptions } from './build/bundle.mjs';
import { checkBundle } from './build/check.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const { plugins = [], ...options } = bundleOptions({ root, entry: 'src/main.ts', outfile: 'main.js' });

if (process.argv.includes('--watch')) {
  const watching = await context({ ...options, plugins: [...plugins, checkBundle], logLevel: 'info' });
  await watching.watch();
} else {
  try {
    await build({ ...options, plugins: [...plugins, checkBundle], logLevel: 'warning' });
  } catch (error) {
    // What the sources did wrong is already printed; anything else is a defect of the build itself.
    if (!(error instanceof Error) || !('errors' in error)) throw error;
    process.exitCode = 1;
  }
}
