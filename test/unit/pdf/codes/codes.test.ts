import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleBytePieces } from '../../../../src/pdf/codes/double-byte';
import { glyphOrder, numberedPieces } from '../../../../src/pdf/codes/glyph-numbers';
import { isNonsense } from '../../../../src/pdf/codes/nonsense';
import { nonsenseExamples } from '../../../../src/pdf/codes/nonsense.examples';
import { isUsual, isUsualInChinese } from '../../../../src/pdf/codes/usual-ideographs';

describe('isNonsense', () => {
  it.each(nonsenseExamples)(
    'for the text $text, isNonsense returns $isNonsense',
    ({ text, isNonsense: expected, unmapped }) => {
      expect(isNonsense([text], unmapped === true)).toBe(expected);
    },
  );

  it('spaces between the pieces of a text do not change the result of isNonsense', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 10 }),
        fc.boolean(),
        (strings, isUnmapped) => {
          expect(isNonsense([strings.join(' ')], isUnmapped)).toBe(isNonsense(strings, isUnmapped));
        },
      ),
    );
  });
});

function codesOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

describe('common ideographs', () => {
  it('an ideograph is common if it is in the first level of GB 2312, Big5 or JIS X 0208', () => {
    expect(codesOf('的一是').every(isUsualInChinese)).toBe(true);
    expect(codesOf('國當亞廣働込').every(isUsual)).toBe(true);
    expect(codesOf('國働').some(isUsualInChinese)).toBe(false);
    expect(codesOf('犲狊㐀𠮷').some(isUsual)).toBe(false);
  });
});

const chinese = '港务公司通知本年度的码头租赁合同自七月一日起续签请各单位在规定的时间内提交申请表';
const english = 'the insured boat stays in the harbour from november to march';

function numbered(text: string, shift: number): string {
  return String.fromCharCode(...Array.from(text, (character) => character.charCodeAt(0) - shift));
}

function meaning(numbers: string, order: ReturnType<typeof glyphOrder>): string {
  return numberedPieces(numbers, order ?? [])
    .map(({ text }) => text)
    .join('');
}

describe('glyph numbers', () => {
  it('glyph numbers become Chinese text if all differ from the code points by the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x4000, max: 0x4da0 }), (shift) => {
        const numbers = numbered(chinese, shift);
        expect(meaning(numbers, glyphOrder([numbers]))).toBe(chinese);
      }),
    );
  });

  it('glyph numbers become ASCII text if they follow the standard order of Macintosh fonts', () => {
    const numbers = numbered(english, 0x1d);
    expect(meaning(numbers, glyphOrder([numbers]))).toBe(english);
  });

  it('glyph numbers have no known order if no constant difference leads to readable text', () => {
    const scattered = Array.from(chinese, (_, index) =>
      String.fromCharCode(0x430 + ((index * 7919) % 20_000)),
    );
    expect(glyphOrder([scattered.join('')])).toBeUndefined();
    expect(glyphOrder([english])).toBeUndefined();
  });
});

describe('a corrected text item', () => {
  it('each original character is in exactly one piece of a corrected text item', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (str) => {
        const original = (pieces: readonly { readonly original: string }[]): string =>
          pieces.map((piece) => piece.original).join('');
        expect(original(numberedPieces(str, [[0x03, 0x61, 0x1d]]))).toBe(str);
        expect(original(doubleBytePieces({ str, fontName: '' }))).toBe(str.replaceAll('\u00ad', ''));
      }),
    );
  });
});
