import type { Example } from './example';
import type { withoutOverprints } from './overprint';

type Placed = Parameters<typeof withoutOverprints>[0][number];

const place = (text: string, x: number, y = 700): Placed => ({
  text,
  x,
  y,
  size: 10,
  width: 10 * text.length,
  angle: 0,
});

export const overprintExamples: readonly Example<readonly Placed[], readonly string[]>[] = [
  {
    why: 'Characters that are printed twice for fake bold are kept once.',
    before: [place('输', 100), place('输', 100.4), place('入', 110), place('入', 110.4)],
    after: ['输', '入'],
  },
  {
    why: 'A word that the text really contains twice is kept.',
    before: [place('天', 100), place('天', 110)],
    after: ['天', '天'],
  },
  {
    why: 'The same word on the next line is kept.',
    before: [place('Total', 100, 700), place('Total', 100, 688)],
    after: ['Total', 'Total'],
  },
];
