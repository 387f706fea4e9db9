/** The offset basis of 32-bit FNV-1a. */
const fnvOffset = 0x811c9dc5;

/**
 * Computes 32-bit FNV-1a over the UTF-16 units of a text, as a signed integer; use `>>> 0` for an unsigned
 * one. It is not cryptographic: anybody can construct two texts with the same hash.
 * @param start the offset basis; another value gives an independent hash
 */
export function fnv1a(text: string, start = fnvOffset): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Computes SHA-256 of the bytes, as 64 hexadecimal digits in lower case. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
