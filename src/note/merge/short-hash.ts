import { fnv1a } from '../../hash';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Number of characters in a short hash, 6 bits each. If a note has 100 recorded hashes, the probability that
 * a changed line has one of them by chance is one in ten million. The probability is higher for a line that
 * is compared with several sections, because its hash is different in each section.
 */
export const hashLength = 5;

/** Returns a short hash of a text, the same on every device. */
export function shortHash(text: string): string {
  const low = finish(fnv1a(text));
  const high = finish(fnv1a(text, 0x2b5a4c1d));
  const bits = (low ^ (high << 7)) >>> 0;
  let hash = '';
  for (let index = 0; index < hashLength; index += 1) hash += alphabet.charAt((bits >>> (index * 6)) & 63);
  return hash;
}

/** Applies the final mix of MurmurHash3. Without it, similar texts would have similar hashes. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
