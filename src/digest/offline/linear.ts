/** The score of an item: its features, each times its weight. */
export function scoreWith(weights: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (const [index, feature] of features.entries()) sum += feature * (weights[index] ?? 0);
  return sum;
}
