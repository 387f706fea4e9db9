/** Makes the modules that contain packed parts of `main.js`: the workers, the CMaps and the image decoder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rewriteCMap } from './cmap-format.mjs';
import { readCMaps } from './cmaps.mjs';
import { joinFiles } from './join-files.mjs';
import { pack } from './pack.mjs';
import { bundleWorker } from './worker-bundle.mjs';

/**
 * A packed part. `inputs` are the files whose code or data is in the part. `watchFiles` also lists files that
 * were read, but have no code in the part.
 * @typedef {{ text: string, inputs: string[], watchFiles?: string[] }} Part
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const pdfjs = join(root, 'node_modules/pdfjs-dist');

/**
 * For each module `virtual:…`, the function that packs it.
 * @type {Readonly<Record<string, () => Promise<Part>>>}
 */
export const packedParts = {
  'virtual:document-worker': () => packWorker('document-worker.js', 'src/workers/document/entry.ts'),
  'virtual:model-client': () => packWorker('model-client.js', 'src/workers/endpoint/entry.ts'),
  'virtual:cmaps': packCMaps,
  'virtual:openjpeg': packOpenJpeg,
};

/**
 * @param {string} name
 * @param {string} entry Relative to the root.
 * @returns {Promise<Part>}
 */
async function packWorker(name, entry) {
  const { bytes, inputs, sources } = await bundleWorker(root, entry);
  return { text: await pack(name, bytes), inputs, watchFiles: sources };
}

/** @returns {Promise<Part>} */
async function packCMaps() {
  const cmaps = await readCMaps(join(pdfjs, 'cmaps'));
  const files = cmaps.map(({ name, bytes }) => /** @type {const} */ ([name, rewriteCMap(bytes)]));
  return { text: await pack('cmaps', joinFiles(files)), inputs: cmaps.map(({ path }) => path) };
}

/** @returns {Promise<Part>} */
async function packOpenJpeg() {
  const path = join(pdfjs, 'wasm/openjpeg.wasm');
  return { text: await pack('openjpeg.wasm', await readFile(path)), inputs: [path] };
}

/**
 * Makes the modules `virtual:…` that `src/workers/virtual.d.ts` declares. Each exports a function that
 * returns a packed part as a string. This function must have braces: JavaScript engines then create the
 * string only at the first call. They would parse an arrow function without braces completely at the start.
 * @param {(module: string, inputs: readonly string[]) => void} [onPacked] Called each time a module is
 * packed, with the absolute paths of the files that it contains.
 * @returns {import('esbuild').Plugin}
 */
export function packedModules(onPacked = () => {}) {
  return {
    name: 'packed-modules',
    setup(build) {
      build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'packed-modules' }));
      build.onLoad({ filter: /.*/, namespace: 'packed-modules' }, async ({ path }) => {
        const make = packedParts[path];
        if (make === undefined) return { errors: [{ text: `Unknown module ${path}` }] };
        const { text, inputs, watchFiles } = await make();
        onPacked(path, inputs);
        const contents = `export default function () { return ${JSON.stringify(text)}; }`;
        return { contents, loader: 'js', ...(watchFiles === undefined ? {} : { watchFiles }) };
      });
    },
  };
}
