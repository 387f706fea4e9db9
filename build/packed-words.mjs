/** The words of each language as a comment in a function of `main.js`, read when that language is asked for. */
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';

/**
 * Takes the place of `src/i18n/words.ts`. As code, the words would be a fifth of what the app compiles at every start,
 * and half of them in a language nobody asked for; a comment is skipped, and JSON is read in a tenth of a millisecond.
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
 * @param {string} path
 * @returns {Promise<{ words: Record<string, () => unknown>, inputs: string[] }>} What the module exports, and the files it is made of.
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
  return { words: runInNewContext(`${code}; made.words`, { btoa }), inputs: Object.keys(metafile.inputs).map((input) => join(dirname(path), input)) };
}

/** @param {Record<string, () => unknown>} words */
function moduleOf(words) {
  const languages = Object.keys(words);
  return [
    "import { lazily } from '../lazily';",
    "import { carried } from '../worker/packed';",
    ...languages.map((language) => `function ${language}() {\n//!${asComment(words[language]?.())}\n}`),
    `export const words = { ${languages.map((language) => `${language}: lazily(() => JSON.parse(carried(${language})))`).join(', ')} };`,
  ].join('\n');
}

/** JSON on one line: a comment ends at any line break that ECMAScript knows. @param {unknown} value */
function asComment(value) {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
}
