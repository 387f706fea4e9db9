/** How the plugin's code becomes one file. Benchmarks and tests bundle their own entries the same way. */
import { lightSources } from './light-sources.mjs';
import { patchDependencies } from './patch-dependencies.mjs';
import { packedModules } from './packed-modules.mjs';
import { packedWords } from './packed-words.mjs';
import { targets } from './targets.mjs';

const banner = `/*
PDF Inbox (MIT). Contains pdf.js and OpenJPEG's build for it (Apache-2.0, BSD-2-Clause), Adobe's CMap resources
(BSD-3-Clause) and further packages under MIT, Apache-2.0 and ISC; their licences are in the source repository.
*/`;

/**
 * Nothing in here depends on time, place or machine, so that the same sources give the same bytes.
 * @param {{ root: string, entry: string, outfile: string }} where Paths relative to `root`.
 * @returns {import('esbuild').BuildOptions}
 */
export function bundleOptions({ root, entry, outfile }) {
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
    charset: 'utf8',
    // What is packed stands in comments (see `pack.mjs`).
    legalComments: 'inline',
    banner: { js: banner },
    // Fields that are plain assignments in the constructor take engines less than those with a definition of their own.
    tsconfigRaw: { compilerOptions: { strict: true, verbatimModuleSyntax: true, useDefineForClassFields: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [patchDependencies, packedWords, lightSources, packedModules],
  };
}
