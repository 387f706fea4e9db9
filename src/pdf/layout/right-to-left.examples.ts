import type { Example } from './example';
import type { fromRight } from './right-to-left';

type Placed = Parameters<typeof fromRight>[0][number];

const box = (text: string, x: number, rightToLeft = false): Placed => ({
  text,
  x,
  width: 5 * text.length,
  rightToLeft,
});

export const fromRightExamples: readonly Example<readonly Placed[], readonly string[]>[] = [
  {
    why: 'A line that is drawn from the left is read from the right.',
    before: [box('. וגם', 100, true), box('2023', 130), box('בשנת', 160, true)],
    after: ['בשנת', '2023', '. וגם'],
  },
  {
    why: 'English words in a Hebrew line keep their order.',
    before: [box('ראו', 200, true), box('Annual', 100), box('&', 135), box('Report', 145)],
    after: ['ראו', 'Annual', '&', 'Report'],
  },
  {
    why: 'A vowel mark comes after its letter.',
    before: [box('\u064e', 105, true), box('قا', 100, true)],
    after: ['قا', '\u064e'],
  },
];
