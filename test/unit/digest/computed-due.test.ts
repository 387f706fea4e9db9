import { describe, expect, it } from 'vitest';
import { withComputedDay } from '../../../src/digest/computed-due';
import type { Fact } from '../../../src/digest/digest';
import { Source } from '../../../src/digest/passages/source';
import { documentOf } from './document';

const fact = (name: string, value: string): Fact => ({ name, value, text: '', citations: [] });

function computed(words: string, facts: readonly Fact[], lines: readonly string[] = ['Text.']): unknown {
  const due = withComputedDay(
    { kind: 'relative', text: words },
    facts,
    new Source(documentOf(lines)),
    'unknown',
  );
  return due.kind === 'relative' ? due.computed : undefined;
}

const signed = [fact('签订日期', '2031年1月17日')];
const signedEn = [fact('Date of signing', '17 January 2031')];

describe('withComputedDay', () => {
  it.each([
    ['自合同签订之日起10日内', signed, '2031-01-27'],
    ['本合同签署后三十日内', signed, '2031-02-16'],
    ['合同签订后1个月内', signed, '2031-02-17'],
    ['within 10 days of signing', signedEn, '2031-01-27'],
    ['within ten (10) days after signature of this Agreement', signedEn, '2031-01-27'],
    ['no later than two weeks after signing', signedEn, '2031-01-31'],
    ['within 30 days from the Effective Date', [fact('Effective Date', 'January 31, 2031')], '2031-03-02'],
    ['one month after the Effective Date', [fact('Effective Date', 'January 31, 2031')], '2031-02-28'],
    ['Net 30', [fact('Invoice date', '2031-03-01')], '2031-03-31'],
    ['within 14 days of the invoice date', [fact('Invoice date', '2031-03-01')], '2031-03-15'],
    [
      'at least sixty (60) days before the end of the current term',
      [fact('End of initial term', 'September 30, 2031')],
      '2031-08-01',
    ],
    ['合同期满前30日', [fact('到期日', '2031年7月31日')], '2031-07-01'],
    ['2031年3月1日前10日', [], '2031-02-19'],
    ['自前述合同签订之日起10日内', signed, '2031-01-27'],
    ['合同签订10日前', signed, '2031-01-07'],
    ['合同期满之前至少30日', [fact('到期日', '2031年7月31日')], '2031-07-01'],
  ])('withComputedDay computes the day for “%s”', (words, facts, date) => {
    expect(computed(words, facts)).toMatchObject({ date });
  });

  it('withComputedDay counts from a date in a sentence, and cites this sentence', () => {
    const lines = ['甲乙双方于2031年1月17日签订本合同。', '乙方应在合同签订后10日内交付样品。'];
    expect(computed('合同签订后10日内', [], lines)).toMatchObject({
      date: '2031-01-27',
      from: '2031-01-17',
      citations: [{ page: 1, sentences: [1] }],
    });
  });

  it.each([
    ['a period in working days', 'within 10 business days of signing', signedEn],
    ['a period in 工作日', '合同签订之日起10个工作日内', signed],
    ['10日前, which means either "10 days before" or "before the 10th"', '自合同签订之日起10日前', signed],
    ['a 前 that does not belong to the period', '合同签订前双方确认的10日内', signed],
    ['an event without a date', '收到发票后10日内', [fact('开票日期', '2031年1月17日')]],
    [
      'a period from the receipt of a document',
      'within 30 days of receipt of the invoice',
      [fact('Invoice date', '2031-01-17')],
    ],
    ['a period without an event', 'within 10 days', signedEn],
    [
      'an event with two dates',
      'within 10 days of signing',
      [...signedEn, fact('Signed by the tenant', '19 January 2031')],
    ],
    ['an ambiguous date', 'within 10 days of signing', [fact('Signed', '5/6/2031')]],
    ['two periods', 'within 10 days of signing, at the latest 3 weeks later', signedEn],
    ['a period in hours', 'within 24 hours of signing', signedEn],
    ['an unknown number', '合同签订后数日内', signed],
  ])('withComputedDay computes no day for %s', (_, words, facts) => {
    expect(computed(words, facts)).toBeUndefined();
  });
});
