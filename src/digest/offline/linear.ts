/** Returns the score of an item: the sum of its features, each multiplied by its weight. */
export function scoreWith(weights: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (const [index, feature] of features.entries()) sum += feature * (weights[index] ?? 0);
  return sum;
}
