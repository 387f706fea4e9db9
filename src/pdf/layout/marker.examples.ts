import type { Example } from './example';

export const listMarkerExamples: readonly Example<string, string>[] = [
  { why: 'Bullet.', before: '• milk', after: '• ' },
  { why: 'Symbol font bullet.', before: '\uf0b7 milk', after: '\uf0b7 ' },
  { why: 'Dash.', before: '– milk', after: '– ' },
  { why: 'A negative number is not a marker.', before: '-3 °C', after: '' },
  { why: 'Number.', before: '12. Do it', after: '12. ' },
  { why: 'A decimal number is not a marker.', before: '12.5 kg', after: '' },
  { why: 'Letter.', before: '(a) first', after: '(a) ' },
  { why: 'Roman numeral.', before: 'iv) fourth', after: 'iv) ' },
  { why: 'Chinese number in parentheses.', before: '（一）总则', after: '（一）' },
  { why: 'Chinese number without a space after it.', before: '二、付款方式', after: '二、' },
  { why: 'Circled number.', before: '①甲方', after: '①' },
  { why: 'Article of a contract.', before: '第三条 价款', after: '第三条 ' },
  { why: 'A numbered part of an article.', before: '第3.2条 甲方应当付款', after: '第3.2条 ' },
  { why: 'A word is not a marker.', before: 'I am', after: '' },
];

export const sectionNumberExamples: readonly Example<string, boolean>[] = [
  { why: 'Decimal section number.', before: '2.3 Method', after: true },
  { why: 'Chinese chapter.', before: '第二章 方法', after: true },
  { why: 'Chapter.', before: 'Chapter 4', after: true },
  { why: 'A quantity is not a section number.', before: '2.3 kg of flour', after: false },
];
