/**
 * Packs the texts for users (`src/i18n/`) in all languages as one JSON file into a string literal of
 * `main.js`. Workers have no copy of the texts: `main.js` sends them the string.
 */
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { pack } from './pack.mjs';

const wordsModule = /[\\/]src[\\/]i18n[\\/]words\.ts$/;

/**
 * Replaces `src/i18n/words.ts` in `main.js` by packed words, which the app unpacks in a few milliseconds. If
 * they were not packed, the words would be a fifth of the code that the app compiles at every start.
 * @type {import('esbuild').Plugin}
 */
export const packedWords = {
  name: 'packed-words',
  setup(build) {
    build.onLoad({ filter: wordsModule }, async ({ path }) => {
      const { words, inputs } = await evaluate(path);
      const texts = Object.entries(words).map(([language, wordsOf]) => [language, wordsOf()]);
      const packed = await pack('words.json', Buffer.from(JSON.stringify(Object.fromEntries(texts))));
      const contents = moduleOf(Object.keys(words), packed);
      return { contents, loader: 'js', resolveDir: dirname(path), watchFiles: inputs };
    });
  },
};

/**
 * Replaces `src/i18n/words.ts` in a worker by a module without texts.
 * @type {import('esbuild').Plugin}
 */
export const receivedWords = {
  name: 'received-words',
  setup(build) {
    build.onLoad({ filter: wordsModule }, async ({ path }) => {
      const { words, inputs } = await evaluate(path);
      const contents = moduleOf(Object.keys(words), '');
      return { contents, loader: 'js', resolveDir: dirname(path), watchFiles: inputs };
    });
  },
};

/**
 * Bundles and runs the module of the words.
 * @param {string} path
 * @returns {Promise<{ words: Record<string, () => unknown>, inputs: string[] }>} `words` is the module's
 * export. `inputs` are the files from which it is built.
 */
async function evaluate(path) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: dirname(path),
    entryPoints: [path],
    bundle: true,
    format: 'iife',
    globalName: 'made',
    charset: 'utf8',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  return {
    words: runInNewContext(`${code}; made.words`),
    inputs: Object.keys(metafile.inputs).map((input) => join(dirname(path), input)),
  };
}

/**
 * Returns the code of the replacement. `packedWords()` must be a function with braces; see
 * `packed-modules.mjs`.
 * @param {readonly string[]} languages
 * @param {string} packed The packed words; empty in a worker.
 */
function moduleOf(languages, packed) {
  return `
    import { unpack } from '../packed';
    let loaded;
    export function packedWords() { return ${JSON.stringify(packed)}; }
    export async function loadWords(packed = packedWords()) {
      loaded ??= JSON.parse(new TextDecoder().decode(await unpack(packed)));
    }
    export const words = { ${languages.map((language) => `${language}: () => loaded.${language}`).join(', ')} };`;
}
