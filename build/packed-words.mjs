/**
 * Packs the interface texts of all languages (`src/i18n/`) into one string literal of `main.js`. Workers have
 * no copy of the texts: `main.js` sends them the string.
 */
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { pack } from './pack.mjs';

/**
 * Replaces `src/i18n/words.ts` in `main.js` by packed words, which the app unpacks in a few milliseconds.
 * Without packing, the words would be a fifth of the code that the app compiles at every start.
 */
export const packedWords = replacedWords((texts) => pack('words.json', Buffer.from(JSON.stringify(texts))));

/** Replaces `src/i18n/words.ts` in a worker by a module without texts. */
export const receivedWords = replacedWords(() => Promise.resolve(''));

/**
 * @param {(texts: Record<string, unknown>) => Promise<string>} packTexts Returns the packed words that the
 * module contains. `texts` has the texts of each language.
 * @returns {import('esbuild').Plugin}
 */
function replacedWords(packTexts) {
  return {
    name: 'words',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]i18n[\\/]words\.ts$/ }, async ({ path }) => {
        const { words, inputs } = await evaluate(path);
        const texts = Object.entries(words).map(([language, wordsOf]) => [language, wordsOf()]);
        const contents = moduleOf(Object.keys(words), await packTexts(Object.fromEntries(texts)));
        return { contents, loader: 'js', resolveDir: dirname(path), watchFiles: inputs };
      });
    },
  };
}

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
