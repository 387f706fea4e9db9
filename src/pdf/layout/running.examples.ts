import type { Example } from './example';

export const pagePhraseExamples: readonly Example<readonly [string, number], boolean>[] = [
  { why: 'Number of pages given.', before: ['Page 2 of 3', 2], after: true },
  { why: 'Chinese.', before: ['第 2 页 共 3 页', 2], after: true },
  { why: 'Bare, in dashes.', before: ['– 2 –', 2], after: true },
  { why: 'A number of something else.', before: ['2014', 2], after: false },
  { why: 'An amount at the foot of a table.', before: ['2 kg', 2], after: false },
];

export const shapeExamples: readonly Example<string, readonly [string, readonly number[]]>[] = [
  {
    why: 'Numbers may count pages.',
    before: 'Annual report 2024 | 17',
    after: ['Annualreport#|#', [2024, 17]],
  },
  { why: 'Front matter counts in roman numerals.', before: 'xiv', after: ['#', [14]] },
];
