/**
 * Unpacks a bundle, so that a person can read it. A packed file is a file that the bundle contains as a
 * compressed string literal.
 */
import { transform } from 'esbuild';
import { separateFiles } from './join-files.mjs';
import { packedLiterals } from './packed-literals.mjs';

/** The packed file that contains several files. */
const joined = 'cmaps';

/**
 * Returns the files that make up a bundle, by name:
 * - `main.js`: the bundle itself, indented; instead of each packed file, it has only the name of that file;
 * - `document-worker.js`, `model-client.js`: the programs of the workers, indented;
 * - `document-worker.min.js`, `model-client.min.js`: the same programs as they run, not indented;
 * - `later.js`: the code that the plugin does not need when it starts, indented;
 * - `later.min.js`: the same code as it runs, not indented;
 * - `words.json`: the words of the interface and the notes in each language, indented;
 * - `cmaps/NAME.bcmap`: the CMaps of the package pdfjs-dist. Their tables are the same, but encoded as other
 *   bytes (see `cmap-format.mjs`);
 * - `openjpeg.wasm`: the same bytes as in the package pdfjs-dist.
 * @param {string} code The text of `main.js`.
 * @returns {Promise<Map<string, Uint8Array>>}
 * @throws Error when the text contains no packed files.
 */
export async function unpackedFiles(code) {
  const literals = packedLiterals(code);
  if (literals.length === 0) throw new Error('The file contains no packed files.');
  /** @type {Map<string, Uint8Array>} */
  const files = new Map([['main.js', await indented(withoutLiterals(code, literals))]]);
  for (const { name, bytes } of literals) {
    if (name === joined) {
      for (const [cmap, content] of separateFiles(bytes)) files.set(`${joined}/${cmap}.bcmap`, content);
    } else if (name.endsWith('.json')) {
      files.set(name, Buffer.from(`${JSON.stringify(JSON.parse(text(bytes)), null, 2)}\n`));
    } else if (name.endsWith('.js')) {
      files.set(name, await indented(text(bytes)));
      files.set(name.replace(/\.js$/, '.min.js'), bytes);
    } else {
      files.set(name, bytes);
    }
  }
  return files;
}

/** @param {string} code */
async function indented(code) {
  return Buffer.from((await transform(code, { charset: 'utf8' })).code);
}

/** @param {Uint8Array} bytes */
function text(bytes) {
  return Buffer.from(bytes).toString('utf8');
}

/**
 * @param {string} code
 * @param {readonly import('./packed-literals.mjs').Literal[]} literals In their order in `code`.
 */
function withoutLiterals(code, literals) {
  let rest = '';
  let end = 0;
  for (const literal of literals) {
    rest += `${code.slice(end, literal.start)}"(${literal.name})"`;
    end = literal.end;
  }
  return rest + code.slice(end);
}
