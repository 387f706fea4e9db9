import { describe, expect, it } from 'vitest';
import { findDeadlines, readDeadline } from '../../../src/text/deadlines';

/** An expression, and the day that it names. */
const ABSOLUTE: readonly (readonly [string, string])[] = [
  ['2026年3月15日前', '2026-03-15'],
  ['by Friday, 13 March 2026', '2026-03-13'],
  ['on or before Monday, the 1st of June 2026', '2026-06-01'],
  ['2026年3月15日之前', '2026-03-15'],
  ['2026年3月15日以前', '2026-03-15'],
  ['2026 年 3 月 15 日前', '2026-03-15'],
  ['于2026年3月15日前', '2026-03-15'],
  ['不迟于2026年3月15日', '2026-03-15'],
  ['最迟于2026年3月15日', '2026-03-15'],
  ['截至2026年3月15日', '2026-03-15'],
  ['截止到2026年3月15日', '2026-03-15'],
  ['2026年03月05日前', '2026-03-05'],
  ['２０２６年３月１５日前', '2026-03-15'],
  ['二〇二六年三月十五日', '2026-03-15'],
  ['二零二六年十二月三十一日前', '2026-12-31'],
  ['二○二六年十月二十日之前', '2026-10-20'],
  ['二〇二六年三月廿五日', '2026-03-25'],
  ['2026年3月15号前', '2026-03-15'],
  ['2026/3/15', '2026-03-15'],
  ['5.6.2026', '2026-06-05'],
  ['bis 11. März 2014', '2014-03-11'],
  ['2026/03/15前', '2026-03-15'],
  ['2026-03-15', '2026-03-15'],
  ['2026.3.15', '2026-03-15'],
  ['2026.03.15前', '2026-03-15'],
  ['2026年3月底前', '2026-03-31'],
  ['2028年2月底之前', '2028-02-29'],
  ['2026年底前', '2026-12-31'],
  ['2026年年底之前', '2026-12-31'],
  ['2026年6月末前', '2026-06-30'],
  ['令和8年3月15日', '2026-03-15'],
  ['2026年3月15日17:00前', '2026-03-15'],
  ['15 March 2026', '2026-03-15'],
  ['15th March 2026', '2026-03-15'],
  ['15th of March 2026', '2026-03-15'],
  ['the 15th day of March, 2026', '2026-03-15'],
  ['the fifteenth day of March 2026', '2026-03-15'],
  ['the twenty-first of April 2026', '2026-04-21'],
  ['March 15, 2026', '2026-03-15'],
  ['March 15 2026', '2026-03-15'],
  ['March 15th, 2026', '2026-03-15'],
  ['Mar. 15, 2026', '2026-03-15'],
  ['Sept. 1, 2026', '2026-09-01'],
  ['15-Mar-2026', '2026-03-15'],
  ['by March 15, 2026', '2026-03-15'],
  ['on or before March 15, 2026', '2026-03-15'],
  ['no later than 15 March 2026', '2026-03-15'],
  ['before 1 April 2026', '2026-04-01'],
  ['until 31 December 2026', '2026-12-31'],
  ['due on 2026-03-15', '2026-03-15'],
  ['by the end of March 2026', '2026-03-31'],
  ['before the end of 2026', '2026-12-31'],
  ['25/12/2026', '2026-12-25'],
  ['12/25/2026', '2026-12-25'],
  ['31.12.2026', '2026-12-31'],
  ['5/5/2026', '2026-05-05'],
  ['2026-03-15T18:00', '2026-03-15'],
];

const RELATIVE: readonly string[] = [
  'two weeks before March 1, 2026',
  'at least 10 days before 15 March 2026',
  '14 days before 2026-03-01',
  '2026年3月1日前10日',
  '签订之日起10日内',
  '本合同签订之日起10日内',
  '自本协议生效之日起三十日内',
  '自收到发票之日起 30 日内',
  '收到货物后三个月内',
  '验收合格后15个工作日内',
  '收到通知后48小时内',
  '收到甲方书面通知之日起五个工作日内',
  '自2026年3月15日起10日内',
  '10日内',
  '十个工作日内',
  '3个月内',
  '两周内',
  '一年内',
  '提前30日',
  '至少提前三个月',
  '提前30天书面通知',
  '合同到期前5个工作日',
  '届满前30日',
  '租赁期满前一个月',
  '到期后15日内',
  '即日起',
  '下周五前',
  '本月底前',
  '下月10日前',
  '明天前',
  '次日内',
  '月底前',
  '当日内',
  '交付之日起6个月内',
  'within 10 days',
  'within 10 days of signing',
  'within ten (10) business days after receipt of the invoice',
  'within thirty (30) days after the Effective Date',
  'within 24 hours of notification',
  'within 10 days of 15 March 2026',
  'no later than 30 days after delivery',
  'not later than five (5) working days from the date of notice',
  'at least 60 days prior to expiration',
  '30 days before the end of the term',
  'ten days after acceptance',
  "thirty (30) days' prior written notice",
  'upon receipt of the goods',
  'upon termination',
  'net 30',
  'Net 45 days',
  'by next Friday',
  'by Friday',
  'tomorrow',
  'by the end of this month',
  'within the next two weeks',
  'within one year',
];

const RECURRING: readonly string[] = [
  '每月5日前',
  '每月十日前',
  '每月最后一个工作日',
  '每季度结束后15日内',
  '每季度首月10日前',
  '每年3月31日前',
  '每年年底前',
  '每周五',
  '每周一前',
  '每两周',
  '每半年',
  '每个工作日',
  '每三个月',
  '按月支付',
  '按季度结算',
  '按年缴纳',
  '逐月',
  '于每月25日前',
  'on the first day of each month',
  'by the 5th of every month',
  'every Monday',
  'each quarter',
  'every two weeks',
  'every other week',
  'within 15 days after the end of each quarter',
  'no later than the last business day of each calendar month',
  'monthly',
  'on a quarterly basis',
  'annually',
  'twice a year',
  'once per quarter',
  'on Mondays',
];

const UNCLEAR: readonly string[] = [
  '5/6/2026',
  '05/06/2026',
  '5-6-2026',
  '15/3/26',
  '3月15日前',
  '三月十五日前',
  '2026年3月',
  '2026年第一季度',
  '2026年上半年',
  '2026年3月上旬',
  'March 15',
  'by 15 March',
  'March 2026',
  'Q1 2026',
  'the third quarter of 2026',
];

const NONE: readonly string[] = [
  '甲方应按时支付各项费用',
  '第3.2条',
  '每日按合同总额的万分之五支付违约金',
  '每逾期一日',
  '2026年2月30日',
  '2026年13月1日',
  '不超过200个并发用户',
  '合同编号20210413',
  'The Supplier shall pay promptly',
  'version 3.2.1',
  'a 10% discount',
  'February 30, 2026',
];

describe('readDeadline', () => {
  it.each(ABSOLUTE)('the deadline %j falls on %s', (expression, date) => {
    const deadline = readDeadline(expression);
    expect(deadline).toMatchObject({ kind: 'absolute', date });
  });

  it.each(RELATIVE)('the deadline %j is relative and has no date', (expression) => {
    const found = findDeadlines(expression);
    expect(found[0]?.kind).toBe('relative');
    expect(found.every((deadline) => deadline.date === undefined)).toBe(true);
  });

  it.each(RECURRING)('the deadline %j is recurring and has no date', (expression) => {
    const found = findDeadlines(expression);
    expect(found.map((deadline) => deadline.kind)).toEqual(['recurring']);
    expect(found[0]?.date).toBeUndefined();
  });

  it.each(UNCLEAR)('the deadline %j is unclear and has no date', (expression) => {
    expect(readDeadline(expression)).toMatchObject({ kind: 'unclear' });
    expect(readDeadline(expression)?.date).toBeUndefined();
  });

  it.each(NONE)('the text %j contains no deadline', (expression) => {
    expect(findDeadlines(expression)).toEqual([]);
  });

  it('the tables of deadlines have at least 120 expressions', () => {
    expect(
      ABSOLUTE.length + RELATIVE.length + RECURRING.length + UNCLEAR.length + NONE.length,
    ).toBeGreaterThanOrEqual(120);
  });
});

describe('findDeadlines', () => {
  it('the text of a deadline includes the event from which the days are counted', () => {
    expect(
      findDeadlines('甲方应当于本合同签订之日起10日内，向乙方支付首付款').map((each) => each.text),
    ).toEqual(['于本合同签订之日起10日内']);
    expect(
      findDeadlines('The Seller shall ship within 10 days of signing, at its cost.').map((each) => each.text),
    ).toEqual(['within 10 days of signing']);
  });

  it('findDeadlines finds several deadlines in a sentence', () => {
    const found = findDeadlines(
      '应于二〇二六年三月十五日前支付首付款，并于验收合格后10日内支付尾款，此后每月5日前支付服务费',
    );
    expect(found.map((each) => each.kind)).toEqual(['absolute', 'relative', 'recurring']);
    expect(found.map((each) => each.text)).toEqual([
      '于二〇二六年三月十五日前',
      '于验收合格后10日内',
      '每月5日前',
    ]);
  });

  it('the offset of a deadline is right in a text with full-width characters', () => {
    const text = '请在２０２６年３月１５日前付清。';
    const [deadline] = findDeadlines(text);
    expect(text.slice(deadline?.at, (deadline?.at ?? 0) + (deadline?.text.length ?? 0))).toBe(deadline?.text);
  });
});
