import { fnv1a } from '../../hash';

/**
 * Length of a shingle in UTF-16 units. The shingles of a text are its pieces of this length, one from every
 * position. If shingles were longer, one changed word would change more of them. If shingles were shorter,
 * different texts would have the same shingles.
 */
const shingle = 5;

/** Maximum number of hashes in a sketch. */
const kept = 48;

/** The smallest hashes of a text's shingles, in order: a sample by which texts can be compared. */
export type Sketch = readonly number[];

/**
 * Makes the sketch of a text. Source: bottom-k sketches, A. Broder, "On the resemblance and containment of
 * documents" (1997).
 */
export function sketchOf(text: string): Sketch {
  const hashes = new Set<number>();
  for (let at = 0; at === 0 || at + shingle <= text.length; at += 1) hashes.add(hash(text, at));
  return [...hashes].sort((left, right) => left - right).slice(0, kept);
}

/** Estimates the similarity of two texts, from 0 to 1. */
export function likeness(one: Sketch, other: Sketch): number {
  let [left, right, seen, common] = [0, 0, 0, 0];
  for (; seen < kept && (left < one.length || right < other.length); seen += 1) {
    const [a, b] = [one[left] ?? Infinity, other[right] ?? Infinity];
    if (a === b) common += 1;
    if (a <= b) left += 1;
    if (b <= a) right += 1;
  }
  return seen === 0 ? 1 : common / seen;
}

/**
 * Returns the FNV-1a hash of a shingle. Its bits are mixed once more, so that the smallest hashes are a
 * random sample.
 */
function hash(text: string, from: number): number {
  let value = fnv1a(text.slice(from, from + shingle));
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
