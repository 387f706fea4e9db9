import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/text/normalise';

describe('normalise', () => {
  it.each([
    ['line breaks and spaces', '甲方应当\n支付 款项', '甲方应当支付款项'],
    ['the width of characters', '支付１２，０００元（ＲＭＢ）', '支付12,000元(RMB)'],
    ['the direction of quotation marks', '“本系统”', '"本系统"'],
    ['the corner shape of quotation marks', '「本系统」', '"本系统"'],
    ['the length of dashes', '2026–2027', '2026-2027'],
    ['soft hyphens and zero-width characters', 'agree\u00adment\u200b', 'agreement'],
    ['zero-width characters before a combining mark', '\u0e15\u200b\u0e38', '\u0e15\u0e38'],
    ['the hyphen and the line break in a divided word', 'agree-\nment', 'agreement'],
    ['the hyphen in a compound word', 'long-term', 'longterm'],
    ['ligatures', 'identiﬁes', 'identifies'],
    ['the difference between composed and decomposed letters', 'cafe\u0301', 'café'],
    ['the width of kana', 'ｶﾞ', 'ガ'],
  ])('normalise ignores %s', (_, a, b) => {
    expect(normalise(a).text).toBe(normalise(b).text);
  });

  it.each([
    ['the place of a comma in a number', '1,200元', '12,00元'],
    ['a negation', '不得转让', '得转让'],
    ['letter case', 'May', 'may'],
    ['the superscript of a power', '10²', '102'],
    [
      'the hyphen that distinguishes "re-sign" from "resign"',
      'The Employee shall re-sign',
      'The Employee shall resign',
    ],
    ['a minus sign', '-5', '5'],
    ['the difference between percent and permille', '5%', '5‰'],
  ])('normalise preserves %s', (_, a, b) => {
    expect(normalise(a).text).not.toBe(normalise(b).text);
  });

  it('a normalised text has no white space, and its offsets ascend within the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { text: plain, offsets, gaps } = normalise(text);
        expect(offsets).toHaveLength(plain.length);
        expect(gaps).toHaveLength(plain.length);
        expect(offsets.every((offset, at) => offset < text.length && offset >= (offsets[at - 1] ?? 0))).toBe(
          true,
        );
        expect(plain).not.toMatch(/\s/u);
      }),
    );
  });
});
