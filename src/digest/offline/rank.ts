/** Words of one sentence with how often they stand in it. */
export type Bag = ReadonlyMap<string, number>;

/** A sentence as a vector: TF-IDF weights, length 1. */
export type Vector = ReadonlyMap<string, number>;

/** Damping of PageRank, as in its first description (Brin and Page, 1998). */
const DAMPING = 0.85;
const ITERATIONS = 25;
/**
 * Sentences less alike than this are not linked; the LexRank paper's best threshold (Erkan and Radev, 2004).
 */
const THRESHOLD = 0.1;

/** TF-IDF vectors of length 1, the sentences given being the whole collection. */
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

/** Cosine of two unit vectors, 0 … 1. */
export function similarity(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0);
  return sum;
}

/**
 * LexRank: how central each sentence is in the graph of likeness, the mean being 1. Quadratic in the number
 * of vectors, so callers preselect.
 */
export function centrality(vectors: readonly Vector[]): number[] {
  const count = vectors.length;
  const links: { readonly to: number; readonly weight: number }[][] = vectors.map(() => []);
  for (const [from, vector] of vectors.entries()) {
    for (let to = from + 1; to < count; to += 1) {
      const weight = similarity(vector, vectors[to] ?? new Map());
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
 * Maximal marginal relevance (Carbonell and Goldstein, 1998): indexes of up to `most` candidates, best first,
 * each as good and as unlike those already chosen as can be. What is nearly a repetition is not chosen at
 * all.
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

/** What a cosine of 1 takes from a score; scores have a spread of about 1 within a document. */
const NOVELTY = 1;

/** Cosine above which a sentence repeats another. */
const NEAR_DUPLICATE = 0.6;
