import type { CheckExample } from './check';

/**
 * Statements with numbers. `found` is the number that the document has instead; null when the document has
 * none. Without `found`, the statement is right: the document contains its number, or this number can be
 * computed from the document.
 */
export const examples: readonly CheckExample[] = [
  {
    lines: ['乙方应当自收到变更通知之日起30日内书面答复。'],
    text: '乙方应在45日内答复',
    refs: [1],
    found: '30日',
  },
  {
    lines: ['The Provider shall answer within fifteen business days.'],
    text: 'The Provider answers within fifteen days.',
    refs: [1],
    found: 'fifteen business days',
  },
  { lines: ['节约燃油费用约43万元。'], text: '节约燃油费用约43元。', refs: [1], found: '43万元' },
  { lines: ['雨量计分辨率为0.2毫米。'], text: '雨量计分辨率：0.2厘米', refs: [1], found: '0.2毫米' },
  {
    lines: ['Storage costs $0.01 for each request.'],
    text: 'Storage costs $0.10.',
    refs: [1],
    found: '$0.01',
  },
  {
    lines: ['This invoice has no terms of payment.'],
    text: 'Payment terms: 30 days',
    refs: [1],
    found: null,
  },
  { lines: ['合同总金额为人民币486,000.00元。'], text: '合同总金额48.6万元。', refs: [1] },
  { lines: ['合同总金额为人民币肆拾捌万陆仟元整。'], text: '合同总金额486,000元。', refs: [1] },
  {
    lines: ['单位：万元', '项目\t本年\t上年', '营业收入\t5,610.20\t4,980.00'],
    text: '本年营业收入5,610.20万元。',
    refs: [3],
  },
  {
    lines: ['单位：万元', '项目\t本年\t上年', '营业收入\t5,610.20\t4,980.00'],
    text: '本年营业收入约5610万元。',
    refs: [3],
  },
  {
    lines: ['The deposit is USD 1,200 and the balance is USD 3,600.'],
    text: 'USD 4,800 has to be paid in all.',
    refs: [1],
  },
  { lines: ['The term is 24 months.'], text: 'The term is two years.', refs: [1] },
  { lines: ['The loss was -4,648,986.52.'], text: 'A loss of 4,648,986.52 was made.', refs: [1] },
  { lines: ['Gesamtbetrag\t34,73'], text: 'Der Gesamtbetrag ist 34,73 EUR.', refs: [1] },
  { lines: ['甲方依照第15条付款。'], text: '付款见第15条。', refs: [1] },
];
