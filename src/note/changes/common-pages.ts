/** A page of the old document and a page of the new one, as indices from 0. */
export type Pair = readonly [before: number, after: number];

/** Maximum number of pairs of equal pages. Only documents that repeat the same page very often have more. */
const mostMatches = 1_000_000;

/**
 * Finds the longest common subsequence of the pages with text; null when too many pages are equal. Source:
 * Hunt and Szymanski, "A fast algorithm for computing longest common subsequences" (1977).
 */
export function commonPages(
  before: readonly string[],
  after: readonly (string | null)[],
): readonly Pair[] | null {
  const places = new Map<string, number[]>();
  before.forEach((text, index) => {
    const known = places.get(text);
    if (known) known.push(index);
    else if (text !== '') places.set(text, [index]);
  });
  /** Of all subsequences of n + 1 pairs, `ends[n]` is the one that ends first in `before`. */
  const ends: Subsequence[] = [];
  let matches = 0;
  for (const [index, text] of after.entries()) {
    const equal = places.get(text ?? '') ?? [];
    matches += equal.length;
    if (matches > mostMatches) return null;
    // The last place comes first. Otherwise, a subsequence could contain the same new page twice.
    for (const place of [...equal].reverse()) {
      const length = endedBefore(ends, place);
      ends[length] = { pair: [place, index], previous: ends[length - 1] };
    }
  }
  const pairs: Pair[] = [];
  for (let last = ends.at(-1); last !== undefined; last = last.previous) pairs.push(last.pair);
  return pairs.reverse();
}

interface Subsequence {
  readonly pair: Pair;
  readonly previous: Subsequence | undefined;
}

/** Returns how many of the subsequences end before the old page with the index `place`. */
function endedBefore(ends: readonly Subsequence[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.pair[0] ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
