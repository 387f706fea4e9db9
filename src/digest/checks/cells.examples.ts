import type { CheckExample } from './check';

/** Statements about a cell of a table. The wrong statements contain the number of another cell. */
export const examples: readonly CheckExample[] = [
  {
    lines: ['项目\t本年\t上年', '营业收入\t5,610\t4,980', '净利润\t648\t600'],
    text: '营业收入上年为5,610。',
    refs: [2],
    found: '4,980',
  },
  {
    lines: ['Item\tNet\tGross', 'Reception counter\t3,875.00\t4,650.00', 'Display case\t4,960.00\t5,952.00'],
    text: 'Reception counter: 4,960.00',
    fact: { name: 'Reception counter', value: '4,960.00' },
    refs: [2],
    found: '3,875.00',
  },
  {
    lines: ['Item\tNet\tGross', 'Reception counter\t3,875.00\t4,650.00'],
    text: 'The gross price of the reception counter is 3,875.00.',
    refs: [2],
    found: '4,650.00',
  },
  { lines: ['项目\t本年\t上年', '营业收入\t5,610\t4,980'], text: '本年营业收入5,610。', refs: [2] },
  { lines: ['项目\t本年\t上年', '营业收入\t5,610\t4,980'], text: '营业收入由4,980升至5,610。', refs: [2] },
  {
    lines: ['Item\tNet\tGross', 'Reception counter\t3,875.00\t4,650.00'],
    text: 'The counter costs 3,875.00 without tax.',
    refs: [2],
  },
  {
    lines: ['\t期末余额\t\t期初余额', '科目\t金额\t比例\t金额', '存款\t5,200\t52%\t4,100'],
    text: '存款期初余额的金额为5,200。',
    refs: [3],
    found: '4,100',
  },
  {
    lines: ['\t期末余额\t\t期初余额', '科目\t金额\t比例\t金额', '存款\t5,200\t52%\t4,100'],
    text: '存款期初余额的金额为4,100。',
    refs: [3],
  },
  {
    lines: ['Item\tBudget\tNote\tActual', 'Dues\t\t4\t12,400', 'of which', 'Pilotage\t3,100\t\t2,950'],
    text: 'The budget for pilotage is 2,950.',
    refs: [4],
    found: '3,100',
  },
];
