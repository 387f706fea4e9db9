import { join } from 'node:path';
import { build } from 'esbuild';
import { assertNothingForbidden } from './forbidden.mjs';
import { bundledInputs } from './bundled-inputs.mjs';
import { receivedWords } from './packed-words.mjs';
import { patchDependencies } from './patch-dependencies.mjs';
import { targets } from './targets.mjs';

/**
 * Bundles a worker's program with its imports into one classic script.
 * @param {string} root The folder of the project.
 * @param {string} entry Relative to `root`.
 * @returns {Promise<{ bytes: Uint8Array, sources: string[], inputs: string[] }>} `sources` are the files that
 * were read; `inputs` are only the files that have code in the script. All paths are absolute.
 * @throws Error when the script contains code that must not be released.
 */
export async function bundleWorker(root, entry) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    minify: true,
    target: targets,
    // A worker's script is always decoded as UTF-8. After compression, a script in UTF-8 is smaller than a
    // script in ASCII.
    charset: 'utf8',
    legalComments: 'none',
    define: {
      // A worker has no modules of Node, even if the app that starts the worker has them.
      process: 'undefined',
      'import.meta.url': '""',
    },
    plugins: [patchDependencies, receivedWords],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`${entry} has no output.`);
  assertNothingForbidden(output.text, entry);
  return {
    bytes: output.contents,
    sources: Object.keys(result.metafile.inputs).map((input) => join(root, input)),
    inputs: bundledInputs(root, result.metafile),
  };
}
