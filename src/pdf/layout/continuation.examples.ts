import type { Part } from './continuation';
import type { Example } from './example';
import type { BodyStyle } from './heading';

const part = (text: string, more: Partial<Part> = {}): Part => ({
  text,
  isRow: false,
  isListItem: false,
  lineCount: 3,
  size: 10,
  font: 'body',
  angle: 0,
  endsFull: true,
  indent: 0,
  ...more,
});

const body: BodyStyle = { size: 10, font: 'body' };

export const continuationExamples: readonly Example<readonly [Part, Part, BodyStyle], boolean>[] = [
  {
    why: 'The rest of a sentence continues the paragraph.',
    before: [part('The parties agree'), part('that payment is due.'), body],
    after: true,
  },
  {
    why: 'In Chinese text, a full line before a page break shows that the paragraph continues.',
    before: [part('甲方应当'), part('支付价款。'), body],
    after: true,
  },
  {
    why: 'A new sentence begins another paragraph.',
    before: [part('It is due.'), part('Then it ends.'), body],
    after: false,
  },
  {
    why: 'An indented text begins another paragraph.',
    before: [part('甲方应当'), part('支付价款。', { indent: 2 }), body],
    after: false,
  },
  {
    why: 'A list item begins another paragraph.',
    before: [part('The parties agree'), part('• that', { isListItem: true }), body],
    after: false,
  },
  {
    why: 'A title on the next page does not continue the same title on the page before.',
    before: [part('研究背景', { size: 20, lineCount: 1 }), part('研究背景', { size: 20 }), body],
    after: false,
  },
];
