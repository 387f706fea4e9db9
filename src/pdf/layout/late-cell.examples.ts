import type { Example } from './example';
import type { withLateCells } from './late-cell';

type Placed = Parameters<typeof withLateCells>[0][number];

const at = (left: number, y: number): Placed => ({ left, right: left + 30, y, size: 10, angle: 0 });

const row = (y: number): Placed[] => [at(100, y), at(200, y), at(300, y), at(400, y)];

const height = ({ y }: Placed): number => y;

export const lateCellExamples: readonly Example<readonly Placed[], readonly number[]>[] = [
  {
    why: 'If the first column is drawn after the rows, its cells are moved into the rows.',
    before: [...row(700), ...row(680), ...row(660), at(20, 660), at(20, 680), at(20, 700)],
    after: [...row(700), at(20, 700), ...row(680), at(20, 680), ...row(660), at(20, 660)].map(height),
  },
  {
    why: 'Lines of a text beside a table stay together.',
    before: [...row(700), ...row(688), ...row(676), at(500, 700), at(500, 688), at(500, 676)],
    after: [...row(700), ...row(688), ...row(676), at(500, 700), at(500, 688), at(500, 676)].map(height),
  },
];
