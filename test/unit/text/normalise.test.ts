import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/text/normalise';

describe('normalise', () => {
  it.each([
    ['line breaks and spaces', '甲方应当\n支付 款项', '甲方应当支付款项'],
    ['width forms', '支付１２，０００元（ＲＭＢ）', '支付12,000元(RMB)'],
    ['quotes', '“本系统”', '"本系统"'],
    ['quotes of both shapes', '「本系统」', '"本系统"'],
    ['dashes', '2026–2027', '2026-2027'],
    ['soft hyphens and zero-width characters', 'agree\u00adment\u200b', 'agreement'],
    ['zero-width characters before a mark', '\u0e15\u200b\u0e38', '\u0e15\u0e38'],
    ['a word broken at the line', 'agree-\nment', 'agreement'],
    ['a hyphenated word', 'long-term', 'longterm'],
    ['ligatures', 'identiﬁes', 'identifies'],
    ['composed and decomposed', 'cafe\u0301', 'café'],
    ['half-width kana', 'ｶﾞ', 'ガ'],
  ])('%s make no difference', (_, a, b) => {
    expect(normalise(a).text).toBe(normalise(b).text);
  });

  it.each([
    ['figures', '1,200元', '12,00元'],
    ['a negation', '不得转让', '得转让'],
    ['letter case', 'May', 'may'],
    ['a power', '10²', '102'],
    ['re-sign', 'The Employee shall re-sign', 'The Employee shall resign'],
    ['a minus', '-5', '5'],
    ['percent and permille', '5%', '5‰'],
  ])('%s make a difference', (_, a, b) => {
    expect(normalise(a).text).not.toBe(normalise(b).text);
  });

  it('maps each UTF-16 unit to its character in the original, and leaves no white space', () => {
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
