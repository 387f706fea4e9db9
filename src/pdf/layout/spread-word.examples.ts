import type { Example } from './example';
import { isSpreadWord } from './spread-word';

/** Pieces of a line: each text with the gap before it, as a multiple of the font size. */
type Spread = readonly (readonly [gap: number, text: string])[];

export const spreadWordExamples: readonly Example<Spread, boolean>[] = [
  {
    why: 'Two spread characters can be one word.',
    before: [
      [0, '合'],
      [2.5, '计'],
    ],
    after: true,
  },
  {
    why: 'A spread label with a colon at its last character is one word.',
    before: [
      [0, '协'],
      [1.5, '议'],
      [1.5, '编'],
      [1.5, '号：'],
    ],
    after: true,
  },
  {
    why: 'A spread label with a colon as a piece of its own is one word.',
    before: [
      [0, '签'],
      [1.5, '署'],
      [1.5, '日'],
      [1.5, '期'],
      [1.5, '：'],
    ],
    after: true,
  },
  {
    why: 'Characters with different gaps are not one word.',
    before: [
      [0, '名'],
      [1.2, '称'],
      [2.6, '型'],
    ],
    after: false,
  },
  {
    why: 'Characters that are too far apart are not one word.',
    before: [
      [0, '合'],
      [6, '计'],
    ],
    after: false,
  },
  {
    why: 'Two choices (yes and no) are two words.',
    before: [
      [0, '是'],
      [2, '否'],
    ],
    after: false,
  },
  {
    why: 'Numbers that stand above columns are not one word.',
    before: [
      [0, '一'],
      [2, '二'],
      [2, '三'],
    ],
    after: false,
  },
  {
    why: 'A piece with two characters is not a part of a spread word.',
    before: [
      [0, '合计'],
      [2, '元'],
    ],
    after: false,
  },
];

/** Returns whether the pieces are one word whose characters are spread over the line. */
export function spreadWord(pieces: Spread): boolean {
  const size = 10;
  let right = 0;
  const placed = pieces.map(([gap, text]) => {
    const left = right + gap * size;
    right = left + text.length * size;
    return { left, right, size };
  });
  return isSpreadWord(
    placed,
    pieces.map(([, text]) => text),
  );
}
