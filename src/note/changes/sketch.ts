import { fnv1a } from '../../hash';

/** Characters that are looked at together: enough to be telling, few enough to outlive a changed word. */
const shingle = 5;

/** Shingles kept of a text. */
const kept = 48;

/** The least hashes of a text's shingles, in order: what is left of a text to tell how like another one is. */
export type Sketch = readonly number[];

/** Source: bottom-k sketches, A. Broder, "On the resemblance and containment of documents" (1997). */
export function sketchOf(text: string): Sketch {
  const hashes = new Set<number>();
  for (let at = 0; at === 0 || at + shingle <= text.length; at += 1) hashes.add(hash(text, at));
  return [...hashes].sort((left, right) => left - right).slice(0, kept);
}

/** An estimate of how much two texts have in common, from 0 to 1. */
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

/** FNV-1a of a shingle, mixed once more so that the least hashes are as good as drawn by lot. */
function hash(text: string, from: number): number {
  let value = fnv1a(text.slice(from, from + shingle));
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
