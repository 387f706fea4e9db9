import type { Example } from './example';

export const listMarkerExamples: readonly Example<string, string>[] = [
  { why: 'A bullet is a marker.', before: '• milk', after: '• ' },
  { why: 'A bullet of a symbol font is a marker.', before: '\uf0b7 milk', after: '\uf0b7 ' },
  { why: 'A dash is a marker.', before: '– milk', after: '– ' },
  { why: 'A negative number is not a marker.', before: '-3 °C', after: '' },
  { why: 'A number with a full stop is a marker.', before: '12. Do it', after: '12. ' },
  { why: 'A decimal number is not a marker.', before: '12.5 kg', after: '' },
  { why: 'A letter in parentheses is a marker.', before: '(a) first', after: '(a) ' },
  { why: 'A roman numeral with a parenthesis is a marker.', before: 'iv) fourth', after: 'iv) ' },
  { why: 'A Chinese number in parentheses is a marker.', before: '（一）总则', after: '（一）' },
  { why: 'A Chinese number needs no space after it to be a marker.', before: '二、付款方式', after: '二、' },
  { why: 'A circled number is a marker.', before: '①甲方', after: '①' },
  { why: 'The number of an article is a marker.', before: '第三条 价款', after: '第三条 ' },
  {
    why: 'The number of a part of an article is a marker.',
    before: '第3.2条 甲方应当付款',
    after: '第3.2条 ',
  },
  { why: 'A word is not a marker.', before: 'I am', after: '' },
];

export const sectionNumberExamples: readonly Example<string, boolean>[] = [
  { why: 'A decimal number before a title is a section number.', before: '2.3 Method', after: true },
  { why: 'The number of a Chinese chapter is a section number.', before: '第二章 方法', after: true },
  { why: 'The number of an English chapter is a section number.', before: 'Chapter 4', after: true },
  { why: 'A quantity is not a section number.', before: '2.3 kg of flour', after: false },
];
