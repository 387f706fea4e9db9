/** Unpacks the binary parts of the bundle, which `build/pack.mjs` has packed. */

/**
 * Returns a packed part of the bundle: `NAME;gzip;base64,DATA`. It is a function, so that the JavaScript
 * engine builds the string at the first call and not at every start of the app.
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
 * Splits a file into the files that `joinFiles` of `build/pack.mjs` joined. The views share the given buffer.
 * @throws TypeError or SyntaxError when the index of the file is damaged.
 */
export function splitFiles(joined: ArrayBuffer): ReadonlyMap<string, Uint8Array> {
  const indexLength = new DataView(joined).getUint32(0, true);
  const json: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(joined, 4, indexLength)));
  if (typeof json !== 'object' || json === null) {
    throw new TypeError('The index of the packed files is not an object.');
  }
  return new Map(
    Object.entries(json).map(([name, place]: [string, unknown]) => {
      if (!isPlace(place)) throw new TypeError(`The index has no valid offset and length for ${name}.`);
      return [name, new Uint8Array(joined, 4 + indexLength + place[0], place[1])];
    }),
  );
}

function isPlace(value: unknown): value is readonly [offset: number, length: number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
}
