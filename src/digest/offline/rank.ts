/** The words of a sentence with their counts. */
export type Bag = ReadonlyMap<string, number>;

/** A sentence as a unit vector of TF-IDF weights. */
export type Vector = ReadonlyMap<string, number>;

/** Damping factor of PageRank (Brin and Page, 1998). */
const DAMPING = 0.85;
/** Number of rounds of PageRank. */
const ITERATIONS = 25;
/**
 * Minimum similarity of linked sentences: the best threshold of the LexRank paper (Erkan and Radev, 2004).
 */
const THRESHOLD = 0.1;

/** Returns the unit TF-IDF vectors of sentences. For the IDF, each sentence counts as a document. */
export function vectorsOf(bags: readonly Bag[]): Vector[] {
  const documents = new Map<string, number>();
  for (const bag of bags) for (const key of bag.keys()) documents.set(key, (documents.get(key) ?? 0) + 1);
  return bags.map((bag) => {
    const weights = new Map<string, number>();
    let square = 0;
    for (const [key, count] of bag) {
      const weight = (1 + Math.log(count)) * Math.log(1 + bags.length / (documents.get(key) ?? 1));
      weights.set(key, weight);
      square += weight * weight;
    }
    const norm = Math.sqrt(square) || 1;
    return new Map(Array.from(weights, ([key, weight]) => [key, weight / norm]));
  });
}

/** Returns the cosine of two unit vectors, from 0 to 1. */
export function similarity(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0);
  return sum;
}

/**
 * LexRank: returns the centrality of each sentence in the graph of similar sentences; the mean is 1. The time
 * is quadratic in the number of vectors, so callers must limit this number.
 */
export function centrality(vectors: readonly Vector[]): number[] {
  const links: { readonly to: number; readonly weight: number }[][] = vectors.map(() => []);
  // Only sentences that share a word are compared: each word has the list of the sentences that contain it.
  const holders = new Map<string, { readonly at: number; readonly weight: number }[]>();
  for (const [from, vector] of vectors.entries()) {
    const sums = new Float64Array(from);
    for (const [key, weight] of vector) {
      const known = holders.get(key);
      if (known === undefined) {
        holders.set(key, [{ at: from, weight }]);
        continue;
      }
      for (const other of known) sums[other.at] = (sums[other.at] ?? 0) + weight * other.weight;
      known.push({ at: from, weight });
    }
    for (const [to, weight] of sums.entries()) {
      if (weight < THRESHOLD) continue;
      links[from]?.push({ to, weight });
      links[to]?.push({ to: from, weight });
    }
  }
  const totals = links.map((list) => list.reduce((sum, link) => sum + link.weight, 0));
  let scores = vectors.map(() => 1);
  for (let round = 0; round < ITERATIONS; round += 1) {
    const next = vectors.map(() => 1 - DAMPING);
    for (const [from, list] of links.entries()) {
      const share = (DAMPING * (scores[from] ?? 0)) / (totals[from] || 1);
      for (const { to, weight } of list) next[to] = (next[to] ?? 0) + share * weight;
    }
    scores = next;
  }
  return scores;
}

/**
 * Maximal marginal relevance (Carbonell and Goldstein, 1998): returns the indexes of up to `most` candidates,
 * best first. After each choice, the scores of similar candidates are reduced. `taken` contains the vectors
 * of sentences that were chosen before. A candidate that nearly repeats a chosen sentence is never chosen.
 */
export function chooseDiverse(
  scores: readonly number[],
  vectors: readonly Vector[],
  most: number,
  taken: readonly Vector[] = [],
): number[] {
  const chosen: number[] = [];
  const alike = vectors.map((vector) => Math.max(0, ...taken.map((other) => similarity(vector, other))));
  while (chosen.length < most) {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [index, score] of scores.entries()) {
      const likeness = alike[index] ?? 0;
      if (chosen.includes(index) || likeness > NEAR_DUPLICATE) continue;
      const marginal = score - NOVELTY * likeness;
      if (marginal > bestScore) [best, bestScore] = [index, marginal];
    }
    const picked = vectors[best];
    if (picked === undefined) break;
    chosen.push(best);
    for (const [index, vector] of vectors.entries())
      alike[index] = Math.max(alike[index] ?? 0, similarity(vector, picked));
  }
  return chosen;
}

/**
 * The score of a sentence is reduced by this number times its similarity to the most similar chosen sentence.
 * Scores differ by about 1, and the similarity is at most 1, so both matter about equally.
 */
const NOVELTY = 1;

/** If the cosine of two sentences is greater than this number, one sentence nearly repeats the other. */
const NEAR_DUPLICATE = 0.6;
