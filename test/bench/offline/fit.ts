/** One item of the training data. */
export interface Example {
  readonly features: readonly number[];
  /** The value to predict: 0 or 1 for a class, any number for a regression. */
  readonly wanted: number;
}

const ROUNDS = 20;

/** Ridge regression: returns the weights that predict the values best, with a penalty on large weights. */
export function ridge(examples: readonly Example[], penalty: number): number[] {
  return solved(
    examples.map((each) => ({ ...each, weight: 1 })),
    penalty,
  );
}

/**
 * Logistic regression by iterated least squares (Newton's method). The penalty grows with the distance of a
 * weight from its prior; the default prior is 0.
 */
export function logistic(
  examples: readonly Example[],
  penalty: number,
  prior: readonly number[] = [],
): number[] {
  const size = examples[0]?.features.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const working = examples.map(({ features, wanted }) => {
      const score = features.reduce((sum, feature, index) => sum + feature * (weights[index] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-score));
      const weight = Math.max(chance * (1 - chance), 1e-4);
      return { features, weight, wanted: score + (wanted - chance) / weight };
    });
    weights = solved(working, penalty, prior);
  }
  return weights;
}

interface Weighted extends Example {
  readonly weight: number;
}

/**
 * Weighted least squares by the normal equations. The first feature is the constant, which has almost no
 * penalty (1e-6).
 */
function solved(examples: readonly Weighted[], penalty: number, prior: readonly number[] = []): number[] {
  const size = examples[0]?.features.length ?? 0;
  const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const { features, wanted, weight } of examples) {
    for (const [at, row] of rows.entries()) {
      const feature = (features[at] ?? 0) * weight;
      if (feature === 0) continue;
      for (let to = 0; to < size; to += 1) row[to] = (row[to] ?? 0) + feature * (features[to] ?? 0);
      row[size] = (row[size] ?? 0) + feature * wanted;
    }
  }
  for (const [at, row] of rows.entries()) {
    const own = at === 0 ? 1e-6 : penalty;
    row[at] = (row[at] ?? 0) + own;
    row[size] = (row[size] ?? 0) + own * (prior[at] ?? 0);
  }
  return eliminated(rows);
}

/**
 * Gauss-Jordan elimination. Each row is an equation: its last column is the value to the right of the equals
 * sign.
 */
function eliminated(rows: number[][]): number[] {
  const size = rows.length;
  for (let at = 0; at < size; at += 1) {
    let best = at;
    for (let row = at; row < size; row += 1)
      if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) best = row;
    const [pivot, other] = [rows[best] ?? [], rows[at] ?? []];
    rows[at] = pivot;
    rows[best] = other;
    const head = pivot[at] ?? 0;
    if (head === 0) continue;
    for (const [index, row] of rows.entries()) {
      const factor = index === at ? 0 : (row[at] ?? 0) / head;
      if (factor === 0) continue;
      for (let column = at; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, at) => ((row[at] ?? 0) === 0 ? 0 : (row[size] ?? 0) / (row[at] ?? 1)));
}
