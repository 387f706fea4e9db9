/**
 * Packs the texts for users (`src/i18n/`) in all languages as one JSON file into a string literal of
 * `main.js`.
 */
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { pack } from './pack.mjs';

/**
 * Replaces `src/i18n/words.ts` by packed words, which the app unpacks in a few milliseconds. If they were not
 * packed, the words would be a fifth of the code that the app compiles at every start.
 * @type {import('esbuild').Plugin}
 */
export const packedWords = {
  name: 'packed-words',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]i18n[\\/]words\.ts$/ }, async ({ path }) => {
      const { words, inputs } = await evaluate(path);
      return { contents: await moduleOf(words), loader: 'js', resolveDir: dirname(path), watchFiles: inputs };
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
 * Returns a module with the packed words. `packed()` must be a function with braces; see
 * `packed-modules.mjs`.
 * @param {Record<string, () => unknown>} words
 */
async function moduleOf(words) {
  const texts = Object.fromEntries(Object.entries(words).map(([language, wordsOf]) => [language, wordsOf()]));
  const packed = await pack('words.json', Buffer.from(JSON.stringify(texts)));
  return `
    import { unpack } from '../packed';
    let loaded;
    function packed() { return ${JSON.stringify(packed)}; }
    export async function loadWords() {
      loaded ??= JSON.parse(new TextDecoder().decode(await unpack(packed())));
    }
    export const words = { ${Object.keys(words)
      .map((language) => `${language}: () => loaded.${language}`)
      .join(', ')} };`;
}
