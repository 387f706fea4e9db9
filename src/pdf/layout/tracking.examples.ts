import type { Example } from './example';
import type { Tracked } from './tracking';

export const trackingExamples: readonly Example<Tracked, readonly boolean[] | undefined>[] = [
  {
    why: 'The gaps between the letters of one word are not word gaps.',
    before: { text: 'M A R I A' },
    after: [false, false, false, false],
  },
  {
    why: 'A wider gap separates two words.',
    before: { text: 'T o u s e', gaps: [1, 5, 1, 1.2] },
    after: [false, true, false, false],
  },
  { why: 'Words without letter spacing give no result.', before: { text: 'To use it' }, after: undefined },
  { why: 'Letters in alphabetical order are labels.', before: { text: 'A B C D' }, after: undefined },
  { why: 'Single digits are separate numbers.', before: { text: '1 2 3 5' }, after: undefined },
];
