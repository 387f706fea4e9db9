/** A page of the old document and a page of the new one, as indices from 0. */
export type Pair = readonly [before: number, after: number];

/**
 * Maximum number of pairs of equal pages to examine. Only documents whose pages are mostly identical have
 * more.
 */
const mostMatches = 1_000_000;

/**
 * Finds the longest common subsequence of pages that are equal and not empty. Returns null when too many
 * pairs are equal. Source: Hunt and Szymanski, "A fast algorithm for computing longest common subsequences"
 * (1977).
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
  /** `ends[n]` is the run of n + 1 pairs that ends earliest in `before`. */
  const ends: Run[] = [];
  let matches = 0;
  for (const [index, text] of after.entries()) {
    const equal = places.get(text ?? '') ?? [];
    matches += equal.length;
    if (matches > mostMatches) return null;
    // The loop goes backwards, so that a run cannot contain the same new page twice.
    for (const place of [...equal].reverse()) {
      const length = runsBefore(ends, place);
      ends[length] = { pair: [place, index], previous: ends[length - 1] };
    }
  }
  const pairs: Pair[] = [];
  for (let run = ends.at(-1); run !== undefined; run = run.previous) pairs.push(run.pair);
  return pairs.reverse();
}

interface Run {
  readonly pair: Pair;
  readonly previous: Run | undefined;
}

/** Returns the number of runs that end before this index. */
function runsBefore(ends: readonly Run[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.pair[0] ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
