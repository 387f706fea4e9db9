import type { Example } from './example';
import type { justifiedLength } from './justified-line';

type Placed = Parameters<typeof justifiedLength>[0][number];

const piece = (left: number, right: number, y: number): Placed => ({ left, right, y, size: 10, angle: 0 });

export const justifiedExamples: readonly Example<readonly Placed[], number>[] = [
  {
    why: 'Words with equal gaps make a justified line if they end where the next line ends.',
    before: [piece(100, 140, 700), piece(155, 200, 700), piece(215, 260, 700), piece(100, 260, 688)],
    after: 3,
  },
  {
    why: 'Words with very wide gaps make a justified line if all gaps are the same.',
    before: [piece(100, 140, 700), piece(190, 210, 700), piece(260, 280, 700), piece(100, 280, 688)],
    after: 3,
  },
  {
    why: 'Pieces with different gaps are cells.',
    before: [piece(100, 140, 700), piece(155, 200, 700), piece(230, 260, 700), piece(100, 260, 688)],
    after: 1,
  },
  {
    why: 'Pieces are cells if they do not end where the next line ends.',
    before: [piece(100, 140, 700), piece(155, 200, 700), piece(215, 260, 700), piece(100, 300, 688)],
    after: 1,
  },
];
