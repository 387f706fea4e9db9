import type { CheckExample } from './check';

/** A contact is accepted if it differs from that of the document only in spaces or punctuation. */
export const examples: readonly CheckExample[] = [
  {
    lines: ['Write to billing@harrow.example.'],
    text: 'Questions go to billing@harow.example.',
    refs: [1],
    found: 'billing@harrow.example',
  },
  {
    lines: ['See https://pay.example/a'],
    text: 'Pay at https://pay.example/b',
    refs: [1],
    found: 'https://pay.example/a',
  },
  {
    lines: ['联系人及电话： 周予安 0599-5550-1288'],
    text: '联系电话：0599-5550-1289',
    refs: [1],
    found: '0599-5550-1288',
  },
  { lines: ['Pay by 3 May.'], text: 'Pay by 3 May at pay-now.example/x.', refs: [1], found: null },
  { lines: ['Pay by 3 May.'], text: 'Pay by 3 May: payapp://go?x=1', refs: [1], found: null },
  { lines: ['Pay by 3 May.'], text: 'Pay by 3 May and ring +1 555 010 0199.', refs: [1], found: null },
  { lines: ['请于五月三日前付款。'], text: '付款前请拨打 400-555-0199。', refs: [1], found: null },
  { lines: ['联系人及电话： 周予安 0599-5550-1288'], text: '联系电话 0599 5550 1288', refs: [1] },
  { lines: ['Tel. +49 6051 916 44 10'], text: 'Call +49 6051 9164410.', refs: [1] },
  { lines: ['Pay by 3 May.'], text: 'Pay by 3 May at pay[.]example.', refs: [1], found: null },
  { lines: ['Pay by 3 May.'], text: 'Pay by 3 May at pay dot mill dot example.', refs: [1], found: null },
  { lines: ['Pay by 3 May.'], text: 'Pay by 3 May and write to @pay_desk.', refs: [1], found: null },
  {
    lines: ['Pay by 3 May.'],
    text: 'Pay by 3 May to bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh.',
    refs: [1],
    found: null,
  },
  { lines: ['Ask @pay_desk or pay.example.'], text: 'Ask @pay_desk or pay[.]example.', refs: [1] },
];
