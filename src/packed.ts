/** Unpacks the parts of the bundle that `build/pack.mjs` has packed. */

/**
 * Returns a packed part of the bundle: `NAME;gzip;base64,DATA`. This is a function so that the JavaScript
 * engine builds the long string only when the part is needed, not at every start of the app.
 */
export type Packed = () => string;

/**
 * Returns the bytes of a packed part.
 * @throws DOMException or TypeError when the text is not a packed part.
 */
export async function unpack(text: string): Promise<ArrayBuffer> {
  const compressed = new Blob([bytesOf(text.slice(text.indexOf(',') + 1))]).stream();
  return new Response(compressed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/**
 * Splits the result of `joinFiles` (`build/join-files.mjs`) into files. Each file gets its own buffer.
 * @throws TypeError, RangeError or SyntaxError when the index of the files is damaged.
 */
export function splitFiles(joined: ArrayBuffer): ReadonlyMap<string, Uint8Array> {
  const indexLength = new DataView(joined).getUint32(0, true);
  const json: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(joined, 4, indexLength)));
  if (typeof json !== 'object' || json === null) {
    throw new TypeError('The index of the packed files is not an object.');
  }
  return new Map(
    Object.entries(json).map(([name, places]: [string, unknown]) => {
      if (!isPlaces(places)) throw new TypeError(`The index has no valid offsets and lengths for ${name}.`);
      return [name, joinPieces(joined, 4 + indexLength, places)];
    }),
  );
}

/** Offset and length of each piece of a file, in bytes: `[offset, length, offset, length, …]`. */
type Places = readonly number[];

function isPlaces(value: unknown): value is Places {
  return Array.isArray(value) && value.length % 2 === 0 && value.every((part) => typeof part === 'number');
}

/** @param start the position of the offset 0 in `joined` */
function joinPieces(joined: ArrayBuffer, start: number, places: Places): Uint8Array {
  const lengths = places.filter((_, at) => at % 2 === 1);
  const file = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let end = 0;
  lengths.forEach((length, piece) => {
    file.set(new Uint8Array(joined, start + (places[2 * piece] ?? 0), length), end);
    end += length;
  });
  return file;
}
