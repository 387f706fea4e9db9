import type { Example } from './example';

export const pagePhraseExamples: readonly Example<readonly [string, number], boolean>[] = [
  { why: 'A text such as “Page 2 of 3” is a page number.', before: ['Page 2 of 3', 2], after: true },
  { why: 'A page number can be in Chinese.', before: ['第 2 页 共 3 页', 2], after: true },
  { why: 'A number between dashes is a page number.', before: ['– 2 –', 2], after: true },
  {
    why: 'A number is no page number if it differs from the number of its page.',
    before: ['2014', 2],
    after: false,
  },
  { why: 'An amount at the foot of a table is no page number.', before: ['2 kg', 2], after: false },
];

export const shapeExamples: readonly Example<string, readonly [string, readonly number[]]>[] = [
  {
    why: 'All numbers of a text are returned, because any of them may be the page number.',
    before: 'Annual report 2024 | 17',
    after: ['Annualreport#|#', [2024, 17]],
  },
  { why: 'A page before the first chapter has a roman numeral.', before: 'xiv', after: ['#', [14]] },
];
