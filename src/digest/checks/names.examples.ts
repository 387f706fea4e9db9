import type { CheckExample } from './check';

/**
 * Statements with misspelt, unknown, shortened or translated names of organisations and people. The check
 * accepts a statement if its example has no property `found`.
 */
export const examples: readonly CheckExample[] = [
  {
    lines: ['Bill to: Harrowfield Logistics Ltd.'],
    text: 'The bill goes to Harrowfeild Logistics Ltd.',
    refs: [1],
    found: 'Harrowfield Logistics Ltd',
  },
  {
    lines: ['乙方：临澜市拾光软件有限公司'],
    text: '乙方是临澜市拾先软件有限公司。',
    refs: [1],
    found: '拾光软件有限公司',
  },
  { lines: ['乙方：临澜市拾光软件有限公司'], text: '由拾光软件有限公司开发。', refs: [1] },
  { lines: ['Bill to: Harrowfield Logistics Ltd.'], text: 'Harrowfield has to pay.', refs: [1] },
  { lines: ['Pay 900 EUR to Harrow Ltd.'], text: 'Pay 900 EUR to Orbit Ltd.', refs: [1], found: null },
  {
    lines: ['Pay 900 EUR to Harrow Ltd.'],
    text: 'Pay 900 EUR to Harrov Ltd.',
    refs: [1],
    found: 'Harrow Ltd',
  },
  { lines: ['Please pay Harrow Ltd by May.'], text: 'Pay the sum to John Smith.', refs: [1], found: null },
  { lines: ['Our clerk is Anna Weber.'], text: 'Send the form to Anna Webber.', refs: [1], found: 'Weber' },
  { lines: ['Our clerk is Anna Weber.'], text: 'Send the form to Ms Weber by March.', refs: [1] },
  { lines: ['Call the Labor Organization.'], text: 'You call the Labour Organisation.', refs: [1] },
  { lines: ['付款给：临澜市拾光软件有限公司'], text: '付款给海澜贸易有限公司。', refs: [1], found: null },
  { lines: ['付款给：临澜市拾光软件有限公司'], text: '向王小明支付款项。', refs: [1], found: null },
  { lines: ['收款人：王小明'], text: '向王小明支付款项。', refs: [1] },
  { lines: ['收款人：拾光软件有限公司'], text: 'Pay Shiguang Software Ltd.', refs: [1] },
];
