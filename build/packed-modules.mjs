/** The modules that carry packed parts inside `main.js`: the workers, the CMaps and OpenJPEG, each packed into a function. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { assertNothingForbidden } from './forbidden.mjs';
import { joinFiles, pack } from './pack.mjs';
import { patchDependencies } from './patch-dependencies.mjs';
import { targets } from './targets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pdfjs = join(root, 'node_modules/pdfjs-dist');

/**
 * CMaps for UTF-8 and UTF-32 are not among those a PDF may name (ISO 32000-1, table 118), and they are half of the
 * bytes.
 */
const notForPdf = /-UTF(8|32)-/;

/** Encodings of old Hong Kong, Japanese and Korean systems: not in that table either, and none of it is built on them. */
const notInTable = /^(?:HKdl|HKgccs|HKm|ETHK|GBTp?c?-|KSC-Johab|78|NWP|WP-|Hankaku|Hiragana|Katakana|Roman)/;

/**
 * A worker's program with everything it imports, as one classic script.
 * @param {string} entry Relative to the root.
 */
async function bundleWorker(entry) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    minify: true,
    target: targets,
    charset: 'utf8',
    legalComments: 'none',
    define: {
      // There is no Node in this worker, even where the app around it has one.
      process: 'undefined',
      'import.meta.url': '""',
    },
    plugins: [patchDependencies],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`${entry} has no output.`);
  assertNothingForbidden(output.text, entry);
  return { bytes: output.contents, inputs: Object.keys(result.metafile.inputs).map((input) => join(root, input)) };
}

/** @param {string} entry Relative to the root. */
async function packWorker(entry) {
  const { bytes, inputs } = await bundleWorker(entry);
  return { text: pack(bytes), watchFiles: inputs };
}

async function packCMaps() {
  const folder = join(pdfjs, 'cmaps');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.bcmap') && !notForPdf.test(name) && !notInTable.test(name)).sort();
  if (names.length === 0) throw new Error(`No CMaps in ${folder}.`);
  const files = await Promise.all(
    names.map(async (name) => /** @type {const} */ ([name.slice(0, -'.bcmap'.length), await readFile(join(folder, name))])),
  );
  return pack(joinFiles(files));
}

/** @type {Record<string, () => Promise<{ text: string, watchFiles?: string[] }>>} */
const modules = {
  'virtual:document-worker': () => packWorker('src/worker/entry.ts'),
  'virtual:model-client': () => packWorker('src/llm/client/entry.ts'),
  'virtual:cmaps': async () => ({ text: await packCMaps() }),
  'virtual:openjpeg': async () => ({ text: pack(await readFile(join(pdfjs, 'wasm/openjpeg.wasm'))) }),
};

/** @type {import('esbuild').Plugin} */
export const packedModules = {
  name: 'packed-modules',
  setup(build) {
    build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'packed-modules' }));
    build.onLoad({ filter: /.*/, namespace: 'packed-modules' }, async ({ path }) => {
      const make = modules[path];
      if (make === undefined) return { errors: [{ text: `Unknown module ${path}` }] };
      const { text, watchFiles } = await make();
      return { contents: moduleOf(text), loader: 'js', ...(watchFiles === undefined ? {} : { watchFiles }) };
    });
  },
};

/**
 * @param {string} text
 * @returns {string} A module whose default export is a function with the text in it. The mark has the bundler keep the
 * comment, as it keeps licences.
 */
function moduleOf(text) {
  return `export default function () {\n//!${text}\n}`;
}
