/** True for `npm run test:full`, which runs everything that `npm test` only samples. */
export const isFull = process.env['TEST_FULL'] === '1';

/**
 * The number of times that a property is tested with random inputs: `usual` in `npm test`, `full` in `npm run
 * test:full`.
 */
export function runs(usual: number, full: number): number {
  return isFull ? full : usual;
}

/**
 * Returns all rows of a table of test cases in `npm run test:full`. In `npm test`, returns `usual` rows that
 * are evenly distributed over the table.
 */
export function sampled<T>(rows: readonly T[], usual: number): readonly T[] {
  if (isFull) return rows;
  const chosenBefore = (index: number): number => Math.floor((index * usual) / rows.length);
  return rows.filter((_, index) => chosenBefore(index + 1) > chosenBefore(index));
}
