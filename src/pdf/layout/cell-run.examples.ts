import type { cellRuns } from './cell-run';
import type { Example } from './example';

type Placed = Parameters<typeof cellRuns>[0][number];

const at = (left: number, y: number, width = 40): Placed => ({
  left,
  right: left + width,
  y,
  size: 10,
  angle: 0,
});

export const cellRunExamples: readonly Example<readonly Placed[], readonly number[]>[] = [
  {
    why: 'A two-line cell can have neighbours that are centred beside it.',
    before: [at(100, 700), at(100, 688), at(200, 694), at(300, 694)],
    after: [2, 1, 1],
  },
  {
    why: 'A two-line cell can have neighbours that are level with its first line.',
    before: [at(100, 700), at(100, 688), at(200, 700), at(300, 700)],
    after: [2, 1, 1],
  },
  {
    why: 'The last cell of a row can have two lines.',
    before: [at(100, 694), at(200, 700), at(200, 688), at(100, 660)],
    after: [1, 2, 1],
  },
  {
    why: 'A line above a row does not belong to the cells of the row.',
    before: [at(100, 700), at(100, 688), at(200, 688), at(300, 688)],
    after: [1, 1, 1, 1],
  },
  {
    why: 'Two address blocks side by side are not a table.',
    before: [at(100, 700), at(100, 688), at(300, 700), at(300, 688)],
    after: [1, 1, 1, 1],
  },
];
