import type { Example } from './example';

export const signExamples: readonly Example<readonly [code: string, typeface: string], string | undefined>[] =
  [
    { why: 'A bullet of Symbol.', before: ['\uf0b7', 'SymbolMT'], after: '\u2022' },
    { why: 'The same bullet of a font whose name is not known.', before: ['\uf0b7', ''], after: '\u2022' },
    { why: 'A square of Wingdings.', before: ['\uf0a7', 'ABCDEF+Wingdings-Regular'], after: '\u25aa' },
    {
      why: 'In Symbol, the code of the square means a club (♣).',
      before: ['\uf0a7', 'ABCDEF+SymbolMT'],
      after: '\u2663',
    },
    { why: 'An alpha of Symbol.', before: ['\uf061', 'Symbol'], after: '\u03b1' },
    { why: 'The sign for "at most" of Symbol.', before: ['\uf0a3', 'Symbol'], after: '\u2264' },
    {
      why: 'A code without meaning, because its font is not known.',
      before: ['\uf061', 'Unknown'],
      after: undefined,
    },
  ];
