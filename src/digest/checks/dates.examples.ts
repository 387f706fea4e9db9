import type { CheckExample } from './check';

/** Statements with a date that the document contains, implies, contradicts or lacks. */
export const examples: readonly CheckExample[] = [
  {
    lines: ['乙方应当于2026年3月15日前交付。'],
    text: '2026年3月25日前交付',
    refs: [1],
    found: '2026年3月15日',
  },
  {
    lines: ['LS-DYNA 970版于2003 年 3 月正式发布。'],
    text: '970版于2003年1月发布。',
    refs: [1],
    found: '2003 年 3 月',
  },
  {
    lines: ['7\t试运行并记录问题\t闵知白\t6月29日\t7月17日'],
    text: '试运行，并记录问题 · 闵知白 · 7月27日',
    refs: [1],
    found: '7月17日',
  },
  {
    lines: ['Fas Consult Limited\t793,072.50\t27\u2010Nov\u201015\t30\u2010Apr\u201018'],
    text: 'The audit of Fas Consult Limited runs until 30-Apr-18.',
    refs: [1],
  },
  {
    lines: ['Fas Consult Limited\t793,072.50\t27\u2010Nov\u201015\t30\u2010Apr\u201018'],
    text: 'The contract with Fas Consult Limited was signed on 26-Nov-15.',
    refs: [1],
    found: '27\u2010Nov\u201015',
  },
  {
    lines: ['There is no date here.'],
    text: 'The filing deadline is April 15, 2014.',
    refs: [1],
    found: null,
  },
  {
    lines: ['The lease ends in March 2026.'],
    text: 'The lease ends on 15 March 2026.',
    refs: [1],
    found: 'March 2026',
  },
  {
    lines: ['Statement of March 2026', 'Day\tText\tAmount', '15\tRent\t1,200.00'],
    text: 'The rent of 1,200.00 was paid on 15 March 2026.',
    refs: [3],
  },
  { lines: ['The work ends on 6 July 2026.'], text: 'The work ends in July 2026.', refs: [1] },
  { lines: ['会议时间：2026年1月17日至31日'], text: '会议到2026年1月31日结束。', refs: [1] },
  { lines: ['The seminar takes place on 5–7 March 2031.'], text: 'It ends on 7 March 2031.', refs: [1] },
  { lines: ['Rechnungsdatum: 05.03.2031'], text: 'Die Rechnung ist vom 5. März 2031.', refs: [1] },
  {
    lines: ['Dated 11 March 2031. This offer is valid for 45 days.'],
    text: 'The offer holds until 25 April 2031.',
    refs: [1],
  },
  {
    lines: ['The lease of 1 May 2030 runs for five years.'],
    text: 'The lease ends on 1 May 2035.',
    refs: [1],
  },
];
