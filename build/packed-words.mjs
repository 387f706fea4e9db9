/**
 * Packs the words of each language as JSON into a string literal of `main.js`. The app parses a language when
 * it needs it.
 */
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';

/**
 * Replaces `src/i18n/words.ts`. If the words were code, they would be a fifth of the code that the app
 * compiles at every start, and half of them are in a language that the user does not read. As JSON, they are
 * parsed in a tenth of a millisecond.
 * @type {import('esbuild').Plugin}
 */
export const packedWords = {
  name: 'packed-words',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]i18n[\\/]words\.ts$/ }, async ({ path }) => {
      const { words, inputs } = await evaluate(path);
      return { contents: moduleOf(words), loader: 'js', resolveDir: dirname(path), watchFiles: inputs };
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
 * Writes functions with a body in braces. JavaScript engines do not parse such a body fully until the first
 * call; see `packed-modules.mjs`.
 * @param {Record<string, () => unknown>} words
 */
function moduleOf(words) {
  const languages = Object.entries(words).map(([language, wordsOf]) => {
    const json = JSON.stringify(JSON.stringify(wordsOf()));
    return `${language}: lazily(function () { return JSON.parse(${json}); })`;
  });
  return `import { lazily } from '../lazily';\nexport const words = { ${languages.join(', ')} };`;
}
