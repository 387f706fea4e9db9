/**
 * Options for bundling the plugin's code into one file. Benchmarks and tests bundle their own entries with
 * the same options.
 */
import { patchDependencies } from './patch-dependencies.mjs';
import { packedLater } from './packed-later.mjs';
import { packedModules } from './packed-modules.mjs';
import { packedWords } from './packed-words.mjs';
import { targets } from './targets.mjs';

const banner = `/*
PDF Inbox (MIT). This file contains third-party software: THIRD-PARTY-NOTICES.txt in the source repository
names all of it with its licences. Long string literals are compressed files: in the source repository,
"npm run unpack" writes them to a folder.
*/`;

/**
 * Returns the options of a build. With these options, the same sources give the same bytes on any machine, in
 * any folder and at any time.
 * @param {object} what
 * @param {string} what.root The folder of the project, an absolute path.
 * @param {string} what.entry Relative to `root`.
 * @param {string} what.outfile Relative to `root`.
 * @param {(module: string, inputs: readonly string[]) => void} [what.onPacked] See `packedModules`.
 * @returns {import('esbuild').BuildOptions}
 */
export function bundleOptions({ root, entry, outfile, onPacked }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['obsidian'],
    minify: true,
    target: targets,
    // JavaScript engines need one byte per character for a file in ASCII, and two bytes per character for any
    // other file.
    charset: 'ascii',
    legalComments: 'none',
    banner: { js: banner },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [patchDependencies, packedWords, packedLater(onPacked), packedModules(onPacked)],
  };
}
