import type { Example } from './example';
import type { BodyStyle, HeadingCandidate } from './heading';

const candidate = (text: string, more: Partial<HeadingCandidate> = {}): HeadingCandidate => ({
  text,
  lineCount: 1,
  size: 10,
  oneFont: true,
  font: 'body',
  isRow: false,
  isListItem: false,
  ...more,
});

const body: BodyStyle = { size: 10, font: 'body' };

export const headingExamples: readonly Example<readonly [HeadingCandidate, BodyStyle], boolean>[] = [
  {
    why: 'Words that are larger than the text are a heading.',
    before: [candidate('Introduction', { size: 14 }), body],
    after: true,
  },
  {
    why: 'Words after a section number are a heading.',
    before: [candidate('2.3 Method'), body],
    after: true,
  },
  {
    why: 'The title of a Chinese chapter is a heading.',
    before: [candidate('第二章 付款'), body],
    after: true,
  },
  {
    why: 'Words in a font of their own are a heading.',
    before: [candidate('Terms of use', { font: 'bold' }), body],
    after: true,
  },
  {
    why: 'A sentence in bold is not a heading.',
    before: [candidate('Do not open.', { font: 'bold' }), body],
    after: false,
  },
  {
    why: 'An entry of a table of contents is not a heading.',
    before: [candidate('第一章 总则………1'), body],
    after: false,
  },
  {
    why: 'A label with its value is not a heading.',
    before: [candidate('甲方：张三', { font: 'bold' }), body],
    after: false,
  },
  {
    why: 'Words in the size and font of the text are not a heading.',
    before: [candidate('Terms of use'), body],
    after: false,
  },
  {
    why: 'A caption is not a heading.',
    before: [candidate('Table 3: prices', { font: 'bold' }), body],
    after: false,
  },
  {
    why: 'If no font is used for most of the text, a bold font does not make a heading.',
    before: [candidate('IBZY2087', { font: 'bold' }), { size: 10, font: undefined }],
    after: false,
  },
];
