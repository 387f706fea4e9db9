import { describe, expect, it } from 'vitest';
import type { ParagraphKind } from '../../../../src/pdf/document';
import { Source } from '../../../../src/digest/passages/source';
import type { Sentence } from '../../../../src/text/sentence';

function sentences(...lines: readonly (readonly [kind: ParagraphKind, text: string])[]): Sentence[] {
  return lines.map(([kind, text], index) => ({
    number: index + 1,
    page: 1,
    text,
    kind,
    paragraph: index,
    source: [],
  }));
}

const texts = (all: readonly Sentence[]): string[] => all.map(({ text }) => text);

const table = new Source(
  sentences(
    ['heading', '五、资产'],
    ['text', '下表列示期末情况。'],
    ['text', '单位：万元'],
    ['row', '\t期末余额\t\t期初余额'],
    ['row', '科目\t金额\t比例\t金额'],
    ['row', '存款\t5,200\t52%\t4,100'],
    ['row', '其中：'],
    ['row', '定期\t3,000\t\t2,900'],
  ),
);

describe('headings of a row', () => {
  it('the headings of a row include the heading, the caption, the unit and all heading rows', () => {
    expect(texts(table.headings(8))).toEqual([
      '五、资产',
      '下表列示期末情况。',
      '单位：万元',
      '\t期末余额\t\t期初余额',
      '科目\t金额\t比例\t金额',
    ]);
  });

  it('headingRow returns the heading row above a row, and undefined for heading rows and texts', () => {
    expect(table.headingRow(6)?.text).toBe('科目\t金额\t比例\t金额');
    expect(table.headingRow(5)).toBeUndefined();
    expect(table.headingRow(2)).toBeUndefined();
  });

  it('the numbers of a row get the unit from the headings of the row', () => {
    const sentence = table.sentence(8);
    const quantities = sentence === undefined ? [] : table.evidence(sentence).quantities;
    expect(quantities.map(({ value, unit }) => [value, unit])).toContainEqual(['30000000', 'CNY']);
  });

  it('the first row of a table is treated as a heading row if it contains years', () => {
    const source = new Source(
      sentences(['row', 'Item\t2030\t2029'], ['row', 'Sales\t14\t12'], ['row', 'Staff\t3\t4']),
    );
    expect(source.headingRow(3)?.text).toBe('Item\t2030\t2029');
    expect(texts(source.headings(2))).toEqual(['Item\t2030\t2029']);
  });
});

describe('numbers', () => {
  it('a number that is broken at a hyphen belongs to the sentence in which it begins', () => {
    const source = new Source(
      sentences(
        ['text', 'The tenant gives notice within thirty-'],
        ['text', 'five days, or within 40 days.'],
        ['text', 'The fee is 7 euros.'],
      ),
    );
    const quantities = source.sentences.map((each) =>
      source.evidence(each).quantities.map(({ value, unit }) => [value, unit]),
    );
    expect(quantities[0]).toEqual([['35', 'day']]);
    expect(quantities[2]).toEqual([['7', 'EUR']]);
  });
});
