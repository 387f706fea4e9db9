import type { Example } from './example';
import type { TextBox } from './text-box';

const box = (text: string, x: number, options: Partial<TextBox> = {}): TextBox => ({
  item: 0,
  text,
  x,
  width: 5 * text.length,
  y: 700,
  size: 10,
  angle: 0,
  font: 'f1',
  spaceBefore: false,
  rightToLeft: false,
  fixedPitch: false,
  ...options,
});

export const lineExamples: readonly Example<readonly TextBox[], readonly string[]>[] = [
  {
    why: 'Neighbouring words make one line.',
    before: [box('Hello', 100), box('world', 128)],
    after: ['Hello world'],
  },
  {
    why: 'After a word that ends with a space, no second space is added.',
    before: [box('Hello ', 100), box('world', 130)],
    after: ['Hello world'],
  },
  {
    why: 'A letter-spaced label is one word.',
    before: [box('声', 100, { width: 10 }), box('明', 120, { width: 10 })],
    after: ['声明'],
  },
  {
    why: 'A superscript stays in its line.',
    before: [box('E = mc', 100), box('2', 130, { y: 704, size: 6 }), box('holds', 137)],
    after: ['E = mc2 holds'],
  },
  {
    why: 'A word in small capitals is one word, although its letters have two sizes.',
    before: [box('I', 100), box('NTRODUCTION', 105, { size: 8 })],
    after: ['INTRODUCTION'],
  },
  {
    why: 'A wide gap separates two cells.',
    before: [box('Name', 100), box('Price', 200)],
    after: ['Name', 'Price'],
  },
  {
    why: 'Between two numbers, a narrow gap is enough to separate two cells.',
    before: [box('3,400.00', 100), box('10', 149)],
    after: ['3,400.00', '10'],
  },
  {
    why: 'Text further down is another line.',
    before: [box('one', 100), box('two', 100, { y: 688 })],
    after: ['one', 'two'],
  },
];
