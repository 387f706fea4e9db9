/** Undoes what `build/pack.mjs` does to binary parts of the bundle. */

/** Base64 to bytes, without a call per character of other code. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Deflated (no header) and base64-encoded, back to bytes. */
export async function unpack(packed: string): Promise<ArrayBuffer> {
  const deflated = new Blob([fromBase64(packed)]).stream();
  return new Response(deflated.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();
}

/**
 * Many files in one: length of the index (uint32, little endian), index as JSON (name to offset and length), bytes.
 * The views share the given buffer.
 */
export function splitFiles(joined: ArrayBuffer): ReadonlyMap<string, Uint8Array> {
  const indexLength = new DataView(joined).getUint32(0, true);
  const json: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(joined, 4, indexLength)));
  if (typeof json !== 'object' || json === null) throw new TypeError('The index of packed files is no object.');
  return new Map(
    Object.entries(json).map(([name, place]: [string, unknown]) => {
      if (!isPlace(place)) throw new TypeError(`No place for ${name}.`);
      return [name, new Uint8Array(joined, 4 + indexLength + place[0], place[1])];
    }),
  );
}

function isPlace(value: unknown): value is readonly [offset: number, length: number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
}
