import { gunzipSync } from 'node:zlib';
import ts from 'typescript';

/** Matches the start of a packed file, which `pack.mjs` writes: `NAME;gzip;base64,DATA`. */
const packed = /^([\w.-]+);gzip;base64,/;

/**
 * A string literal that contains a file. `start` and `end` are the literal's UTF-16 offsets in the bundle.
 * @typedef {{ name: string, bytes: Uint8Array, start: number, end: number }} Literal
 */

/**
 * Lists the packed files of a bundle in their order in `code`, with decompressed bytes.
 * @param {string} code The text of `main.js`.
 * @returns {Literal[]}
 * @throws Error when a packed file is damaged.
 */
export function packedLiterals(code) {
  const file = ts.createSourceFile('main.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  /** @type {Literal[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    ts.forEachChild(node, visit);
    if (!ts.isStringLiteralLike(node)) return;
    const content = contentOf(node.text);
    if (content !== undefined) found.push({ ...content, start: node.getStart(file), end: node.end });
  };
  visit(file);
  return found;
}

/** @param {string} text */
function contentOf(text) {
  const [prefix, name] = packed.exec(text) ?? [];
  if (prefix === undefined || name === undefined) return undefined;
  return { name, bytes: gunzipSync(Buffer.from(text.slice(prefix.length), 'base64')) };
}
