/**
 * Packs binary parts for `main.js`: they are compressed with gzip, and written as base64 into a string
 * literal. In the app, `src/packed.ts` unpacks them. On the command line, `npm run unpack` does this.
 */
import sevenZip from '7z-wasm';

/**
 * Arguments with which 7-Zip reads standard input and writes a gzip file. `-mx=9` selects the best
 * compression. `-mtm=off` writes no time, so that the same bytes always give the same file.
 */
const COMPRESS = ['a', '-tgzip', '-mx=9', '-mtm=off', '-si'];

/**
 * Packs a file into a string of ASCII characters: `NAME;gzip;base64,DATA`. DATA is a gzip file (RFC 1952).
 * @param {string} name The file's name, without semicolons and commas.
 * @param {Uint8Array} bytes
 * @returns {Promise<string>}
 * @throws Error when the file cannot be compressed.
 */
export async function pack(name, bytes) {
  return `${name};gzip;base64,${Buffer.from(await gzip(bytes)).toString('base64')}`;
}

/**
 * Compresses with 7-Zip as WebAssembly: its output is 5 % smaller than that of Node's zlib, and does not
 * depend on the processor or on the version of Node.
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>} A gzip file without a name and a time.
 */
async function gzip(bytes) {
  let read = 0;
  /** @type {string[]} */
  const errors = [];
  const { FS, callMain } = await sevenZip({
    // 7-Zip expects `null` at the end of its input.
    stdin: () => /** @type {number} */ (bytes[read++] ?? null),
    print: () => {},
    printErr: (line) => errors.push(line),
  });
  callMain([...COMPRESS, 'packed.gz']);
  try {
    return FS.readFile('packed.gz');
  } catch (cause) {
    throw new Error(`7-Zip wrote no file. ${errors.join(' ')}`, { cause });
  }
}
