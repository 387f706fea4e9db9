import type { Example } from './example';

export const signExamples: readonly Example<readonly [code: string, typeface: string], string | undefined>[] =
  [
    { why: 'The bullet of Symbol becomes a usual bullet.', before: ['\uf0b7', 'SymbolMT'], after: '\u2022' },
    {
      why: 'The bullet code of Symbol is a bullet in a font without a name, too.',
      before: ['\uf0b7', ''],
      after: '\u2022',
    },
    {
      why: 'The square of Wingdings becomes a usual square.',
      before: ['\uf0a7', 'ABCDEF+Wingdings-Regular'],
      after: '\u25aa',
    },
    {
      why: 'The code of the square in Wingdings means a club (♣) in Symbol.',
      before: ['\uf0a7', 'ABCDEF+SymbolMT'],
      after: '\u2663',
    },
    { why: 'The alpha of Symbol becomes a usual alpha.', before: ['\uf061', 'Symbol'], after: '\u03b1' },
    {
      why: 'The sign ≤ of Symbol becomes a usual ≤.',
      before: ['\uf0a3', 'Symbol'],
      after: '\u2264',
    },
    {
      why: 'The code of alpha in Symbol has no meaning if the font is not known.',
      before: ['\uf061', 'Unknown'],
      after: undefined,
    },
  ];
