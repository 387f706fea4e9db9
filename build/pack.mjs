/**
 * How binary parts travel inside `main.js`: deflated, then fifteen bits to a character, as a comment in the body of a
 * function. Undone by `src/worker/packed.ts`.
 *
 * The app compiles the whole file at every start, and engines skip a comment in no time: a megabyte of string literals
 * takes them three milliseconds. What a function's source text is, comments and all, is laid down by ECMAScript
 * (`Function.prototype.toString`).
 */
import { deflateRaw } from 'pako';

/** The first of 32,768 characters in a row that end no line, are no surrogates, and have no other form in Unicode. */
const FIRST = 0x3400;
const BITS = 15;

/**
 * pako rather than zlib: its output depends on its version alone, zlib's also on the processor and on Node, and the
 * bundle has to be the same wherever it is built.
 * @param {Uint8Array} bytes
 * @returns {string} Characters that may stand in a comment: the length of what follows (uint32, little endian) and the
 * deflated bytes (no header), highest bits first, the last character filled up with zeros.
 */
export function pack(bytes) {
  const deflated = deflateRaw(bytes, { level: 9, memLevel: 9 });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(deflated.length);
  const codes = [];
  let held = 0;
  let bits = 0;
  for (const byte of Buffer.concat([length, deflated])) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < BITS) continue;
    bits -= BITS;
    codes.push(FIRST + (held >> bits));
    held &= (1 << bits) - 1;
  }
  if (bits > 0) codes.push(FIRST + (held << (BITS - bits)));
  return codes.map((code) => String.fromCharCode(code)).join('');
}

/**
 * Many files as one: length of the index (uint32, little endian), the index as JSON (`{ name: [offset, length] }`,
 * offsets from the end of the index), then the files' bytes.
 * @param {readonly (readonly [name: string, bytes: Uint8Array])[]} files
 * @returns {Uint8Array}
 */
export function joinFiles(files) {
  let end = 0;
  const places = files.map(([name, bytes]) => {
    const offset = end;
    end += bytes.length;
    return [name, [offset, bytes.length]];
  });
  const json = Buffer.from(JSON.stringify(Object.fromEntries(places)));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, ...files.map(([, bytes]) => bytes)]);
}
