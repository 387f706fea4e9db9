/** Undoes what `build/pack.mjs` does to binary parts of the bundle. */

/** A function that carries packed bytes as a comment in its body. Calling it does nothing. */
export type Packed = () => void;

/** As in `build/pack.mjs`: the character that stands for zero, and how many bits a character has. */
const FIRST = 0x3400;
const BITS = 15;

/** The comment that a function carries. ECMAScript has functions give their source text as it stands in the file. */
export function carried(packed: Packed): string {
  return /\/\/!(.*)/.exec(Function.prototype.toString.call(packed))?.[1] ?? '';
}

/** Packed characters back to the bytes that were packed. */
export async function unpack(text: string): Promise<ArrayBuffer> {
  const bytes = bytesOf(text);
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const deflated = new Blob([bytes.subarray(4, 4 + length)]).stream();
  return new Response(deflated.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length * BITS) >> 3);
  let held = 0;
  let bits = 0;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    held = (held << BITS) | (text.charCodeAt(at) - FIRST);
    bits += BITS;
    while (bits >= 8) {
      bits -= 8;
      bytes[length] = held >> bits;
      length += 1;
    }
    held &= (1 << bits) - 1;
  }
  return bytes;
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
