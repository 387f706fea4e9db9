/**
 * Packs binary parts for `main.js`: they are compressed with deflate, and written as base64 into a string
 * literal. `src/workers/rpc/packed.ts` unpacks them in the app, and `npm run unpack` on the command line.
 */
import { deflate } from 'pako';

/**
 * Packs a file into a string of ASCII characters: `NAME;deflate;base64,DATA`. DATA is a zlib stream (RFC
 * 1950).
 *
 * The build compresses with pako, because the bundle must have the same bytes on every machine. The output of
 * pako depends only on its version. The output of Node's zlib also depends on the processor and on Node.
 * @param {string} name The file's name, without semicolons and commas.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function pack(name, bytes) {
  const deflated = deflate(bytes, { level: 9, memLevel: 9 });
  return `${name};deflate;base64,${Buffer.from(deflated).toString('base64')}`;
}

/**
 * Joins many files into one. The result has the length of the index (uint32, little endian), the index as
 * JSON (`{ name: [offset, length] }`, offsets in bytes from the end of the index), and the bytes of the
 * files.
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

/**
 * Splits the output of `joinFiles` into its files.
 * @param {Uint8Array} joined
 * @returns {Map<string, Uint8Array>}
 */
export function separateFiles(joined) {
  const bytes = Buffer.from(joined);
  const start = 4 + bytes.readUInt32LE(0);
  /** @type {Record<string, [offset: number, length: number]>} */
  const index = JSON.parse(bytes.subarray(4, start).toString('utf8'));
  return new Map(
    Object.entries(index).map(([name, [offset, length]]) => {
      const from = start + offset;
      return [name, bytes.subarray(from, from + length)];
    }),
  );
}
