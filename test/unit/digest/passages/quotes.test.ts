import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuote } from '../../../../src/digest/passages/quotes';
import { Source } from '../../../../src/digest/passages/source';
import { documentOf } from '../document';

const lines = [
  '房屋租赁合同',
  '甲方应当于 2026 年 3 月 15 日前向乙方支付首付款人民币1,200元（大写：壹仟贰佰元整）。',
  '序号\t任务\t负责人\t完成',
  '1\t需求调研\t池映雪\t2025-03-14',
  '甲方承担____%，乙方承担 70 %。',
  'The Provider shall keep the system avail-',
  'able at 99.7 percent. The Client pays within thirty (30) days.',
  'Contents ........ 12',
  '2\t网络扩容\t\t2025-04-11',
];
const source = new Source(documentOf(lines));
const found = (quote: string, near: readonly number[] = []): readonly number[] | undefined =>
  locateQuote(source, quote, near)?.sentences;

describe('a quote', () => {
  it.each([
    ['with bars between cells', '1 | 需求调研 | 池映雪 | 2025-03-14', [4]],
    ['with some cells left out', '1 | 池映雪', [4]],
    ['of cells before and after an empty cell', '网络扩容 |  | 2025-04-11', [9]],
    ['without the `____` of a blank in the document', '甲方承担 %，乙方承担70%', [5]],
    ['with full-width underscores in place of `____`', '甲方承担＿＿＿%，乙方承担', [5]],
    ['without the spaces of a Chinese date', '2026年3月15日前向乙方支付', [2]],
    ['in full-width characters and with quotation marks', '“首付款人民币１，２００元”', [2]],
    ['of two pieces of a sentence', '甲方应当于…支付首付款人民币1,200元', [2]],
    ['of pieces of neighbouring sentences', 'keep the system available … within thirty (30) days', [6, 7]],
    ['with a word that the document breaks at the end of a line', 'shall keep the system available', [6, 7]],
    ['with the number of its line', '[2] 甲方应当于2026年3月15日前', [2]],
    ['without leader dots', 'Contents 12', [8]],
    ['in lower case', 'the provider shall keep', [6]],
  ])('locateQuote finds a quote %s', (_, quote, sentences) => {
    expect(found(quote)).toEqual(sentences);
  });

  it.each([
    ['another party', '乙方应当于2026年3月15日前向甲方支付'],
    ['another amount', '首付款人民币12,000元'],
    ['a part of a figure', '00元（大写'],
    ['a part of a word', 'vider shall keep'],
    ['pieces in another order', '支付首付款…甲方应当于'],
    ['a piece that is not in the document', '甲方应当于…支付全部服务费'],
    ['quotation marks but no words', ' “” '],
  ])('locateQuote does not find a quote with %s', (_, quote) => {
    expect(found(quote)).toBeUndefined();
  });

  it('locateQuote returns the match that is nearest to the given sentences', () => {
    const twice = new Source(documentOf(['The fee is due.', 'Other words.', 'The fee is due.']));
    expect(locateQuote(twice, 'fee is due', [3])?.sentences).toEqual([3]);
    expect(locateQuote(twice, 'fee is due', [99])?.sentences).toEqual([3]);
    expect(locateQuote(twice, 'fee is due', [])?.sentences).toEqual([1]);
  });

  it('locateQuote finds a quote despite added white space, `|` or `__`', () => {
    const [, sentence = ''] = lines;
    const noise = fc.array(fc.constantFrom(' ', '\n', ' | ', '\u200b', '__'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(noise, fc.nat(20), (marks, start) => {
        const text = sentence.slice(0, start) + marks.join('') + sentence.slice(start);
        expect(found(text)).toEqual([2]);
      }),
    );
  });
});
