import type { withDropCaps } from './drop-cap';
import type { Example } from './example';

type Placed = Parameters<typeof withDropCaps>[0][number];

const line = (text: string, left: number, y: number, size = 10): Placed => ({
  spans: [],
  text,
  left,
  right: left + 0.5 * size * text.length,
  y,
  size,
  angle: 0,
});

export const dropCapExamples: readonly Example<readonly Placed[], readonly string[]>[] = [
  {
    why: 'An initial is joined to its word, even when the PDF draws it before all other text.',
    before: [
      line('O', 100, 676, 36),
      line('The Voyage', 100, 740, 20),
      line('nce upon a', 120, 700),
      line('time there', 120, 688),
      line('was', 120, 676),
    ],
    after: ['The Voyage', 'Once upon a', 'time there', 'was'],
  },
  {
    why: 'A large letter with nothing beside it is not joined.',
    before: [line('A', 100, 740, 36), line('apple', 100, 700)],
    after: ['A', 'apple'],
  },
];
