/** True for `npm run test:full`, which tries everything that `npm test` only samples. */
export const isFull = process.env['TEST_FULL'] === '1';

/** How often a property is tried: `usual` times in `npm test`, `full` times in `npm run test:full`. */
export function runs(usual: number, full: number): number {
  return isFull ? full : usual;
}
