/** How binary parts travel inside `main.js`: deflated (no header), then base64. Undone by `src/worker/packed.ts`. */
import { deflateSync } from 'fflate';

/**
 * fflate rather than zlib: its output depends on its version alone, zlib's also on the processor and on Node, and the
 * bundle has to be the same wherever it is built.
 * @param {Uint8Array} bytes
 */
export function pack(bytes) {
  return Buffer.from(deflateSync(bytes, { level: 9, mem: 12 })).toString('base64');
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
