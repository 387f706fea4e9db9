import type { Example } from './example';

export const pagePhraseExamples: readonly Example<readonly [string, number], boolean>[] = [
  { why: 'A page number with the number of pages.', before: ['Page 2 of 3', 2], after: true },
  { why: 'A Chinese page number.', before: ['第 2 页 共 3 页', 2], after: true },
  { why: 'A number between dashes.', before: ['– 2 –', 2], after: true },
  { why: 'A number that is not the page number.', before: ['2014', 2], after: false },
  { why: 'An amount at the foot of a table.', before: ['2 kg', 2], after: false },
];

export const shapeExamples: readonly Example<string, readonly [string, readonly number[]]>[] = [
  {
    why: 'Any number may be the page number.',
    before: 'Annual report 2024 | 17',
    after: ['Annualreport#|#', [2024, 17]],
  },
  { why: 'A page before the first chapter has a roman numeral.', before: 'xiv', after: ['#', [14]] },
];
