import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDecimal, shiftDecimal } from '../../../src/text/decimal';
import { parseEnglishNumeral } from '../../../src/text/english-numerals';
import { findQuantities } from '../../../src/text/numbers';

const EXAMPLES: readonly (readonly [string, string, string])[] = [
  ['1200元', '1200', 'CNY'],
  ['¥1,200.00', '1200', 'CNY'],
  ['人民币1,200元', '1200', 'CNY'],
  ['１２，０００元', '12000', 'CNY'],
  ['12万元', '120000', 'CNY'],
  ['1.5亿元', '150000000', 'CNY'],
  ['3,000万元', '30000000', 'CNY'],
  ['壹万贰仟元整', '12000', 'CNY'],
  ['壹万贰仟叁佰元伍角', '12300.5', 'CNY'],
  ['人民币壹拾玖万肆仟肆佰元整', '194400', 'CNY'],
  ['贰仟零伍元叁分', '2005.03', 'CNY'],
  ['一百二十元', '120', 'CNY'],
  ['USD 1.5 million', '1500000', 'USD'],
  ['$5k', '5000', 'USD'],
  ['US$ 2,500.50', '2500.5', 'USD'],
  ['€ 1.234,50', '1234.5', 'EUR'],
  ['1.234,50 €', '1234.5', 'EUR'],
  ['€ 17,50', '17.5', 'EUR'],
  ['EUR 1 234,50', '1234.5', 'EUR'],
  ['4711,50 €', '4711.5', 'EUR'],
  ['717,97 CHF', '717.97', 'CHF'],
  ['500美元', '500', 'USD'],
  ['10日', '10', 'day'],
  ['十日', '10', 'day'],
  ['30天', '30', 'day'],
  ['10个工作日', '10', 'workday'],
  ['十五个工作日', '15', 'workday'],
  ['10 Werktage', '10', 'workday'],
  ['3 Arbeitstagen', '3', 'workday'],
  ['5 Tage', '5', 'day'],
  ['120 square meters', '120', 'm2'],
  ['12 cubic metres', '12', 'm3'],
  ['8 kilometers', '8', 'km'],
  ['30 meters', '30', 'm'],
  ['thirty (30) days', '30', 'day'],
  ['ten business days', '10', 'workday'],
  ['three months', '3', 'month'],
  ['六个月', '6', 'month'],
  ['两年', '2', 'year'],
  ['twenty-four hours', '24', 'hour'],
  ['5%', '5', '%'],
  ['5％', '5', '%'],
  ['百分之五', '5', '%'],
  ['百分之三点五', '3.5', '%'],
  ['千分之三', '0.3', '%'],
  ['万分之五', '0.05', '%'],
  ['0.5‰', '0.05', '%'],
  ['ten percent', '10', '%'],
  ['100平方米', '100', 'm2'],
  ['5 kg', '5', 'kg'],
  ['第3.2条', '3.2', ''],
  ['第三条', '3', ''],
  ['00420', '420', ''],
  ['(-5)', '-5', ''],
];

describe('findQuantities', () => {
  it.each(EXAMPLES)('findQuantities reads the number and the unit in %j', (text, value, unit) => {
    expect(findQuantities(text)[0]).toMatchObject({ value, unit, certain: true });
  });

  it.each(['三方一致同意', '统一安排', '星期一', '万一发生', 'no one else', '一切费用'])(
    'findQuantities finds no certain number in %j',
    (text) => {
      expect(findQuantities(text).filter((quantity) => quantity.certain)).toEqual([]);
    },
  );

  it('findQuantities reads 12,50 as one number if it is the whole text or beside a currency', () => {
    const values = (text: string): string[] => findQuantities(text).map(({ value }) => value);
    expect(values('€ 12,50')).toEqual(['12.5']);
    expect(values(' 12,50 ')).toEqual(['12.5']);
    expect(values('in 12,50 and 80')).toEqual(['12', '50', '80']);
    expect(values('€ 12,50,80')).toEqual(['12', '50', '80']);
  });

  it('findQuantities ignores commas between groups of three digits', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), (value) => {
        const grouped = String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',');
        expect(findQuantities(`${grouped}元`)[0]?.value).toBe(String(value));
      }),
    );
  });

  it('for any text, findQuantities returns positions inside the text and decimal values', () => {
    const unit = fc.constantFrom(
      ...'0123456789,.，。一二十百千万亿壹拾元角分之%‰¥$ ()年月日- abcthirtymillion',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        for (const { at, length, value } of findQuantities(text)) {
          expect(at + length).toBeLessThanOrEqual(text.length);
          expect(value).toMatch(/^-?\d+(?:\.\d+)?$/u);
        }
      }),
    );
  });
});

it.each([
  ['one hundred and fifty', 150],
  ['zero', 0],
  ['and', undefined],
  ['', undefined],
])('parseEnglishNumeral reads %j as %s', (words, value) => {
  expect(parseEnglishNumeral(words)).toBe(value);
});

describe('decimals', () => {
  it.each([
    ['007', '7'],
    ['1.50', '1.5'],
    ['-0.0', '0'],
    ['.5', '0.5'],
    ['12.', '12'],
  ])('canonicalDecimal changes %s to %s', (digits, value) => {
    expect(canonicalDecimal(digits)).toBe(value);
  });

  it('a decimal is unchanged after its point is shifted in one direction and back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 24n }),
        fc.integer({ min: 0, max: 12 }),
        (value, places) => {
          const digits = canonicalDecimal(String(value));
          expect(shiftDecimal(shiftDecimal(digits, places), -places)).toBe(digits);
          expect(shiftDecimal(shiftDecimal(digits, -places), places)).toBe(digits);
        },
      ),
    );
  });
});
