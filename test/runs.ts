/** True for `npm run test:full`, which runs everything that `npm test` only samples. */
export const isFull = process.env['TEST_FULL'] === '1';

/** The number of runs of a property: `usual` in `npm test`, `full` in `npm run test:full`. */
export function runs(usual: number, full: number): number {
  return isFull ? full : usual;
}
