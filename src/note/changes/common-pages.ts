/** A page of before and a page of now, as indices from 0. */
export type Pair = readonly [before: number, after: number];

/** Pairs of equal pages that are looked at; only documents whose pages are mostly the same have more. */
const mostMatches = 1_000_000;

/**
 * The longest run of pages that both have in this order, of those that are equal and not empty; null when too many are
 * equal to be told apart. Source: Hunt and Szymanski, "A fast algorithm for computing longest common subsequences" (1977).
 */
export function commonPages(before: readonly string[], after: readonly (string | null)[]): readonly Pair[] | null {
  const places = new Map<string, number[]>();
  before.forEach((text, index) => {
    const known = places.get(text);
    if (known) known.push(index);
    else if (text !== '') places.set(text, [index]);
  });
  /** By length of a run, less one: its end that lies furthest to the front. */
  const ends: Run[] = [];
  let matches = 0;
  for (const [index, text] of after.entries()) {
    const equal = places.get(text ?? '') ?? [];
    matches += equal.length;
    if (matches > mostMatches) return null;
    // From the back, so that no page of now is in a run twice.
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

/** How many of the runs end before this place. */
function runsBefore(ends: readonly Run[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.pair[0] ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
