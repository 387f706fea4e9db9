import type { Example } from './example';
import { withPlainCharacters } from './plain-characters';
import { plainText } from './sourced-text';

export const plainCharacterExamples: readonly Example<readonly string[], string>[] = [
  { why: 'Radicals become ideographs.', before: ['⼀份⽂件，第⼆⻚'], after: '一份文件，第二页' },
  {
    why: 'A radical becomes the ideograph of simplified Chinese.',
    before: ['开⼾银行'],
    after: '开户银行',
  },
  {
    why: 'A radical in traditional Chinese becomes the traditional ideograph.',
    before: ['開⼾銀行'],
    after: '開戶銀行',
  },
  { why: 'A ligature becomes its letters.', before: ['a deﬁned oﬃce'], after: 'a defined office' },
  {
    why: 'A form of an Arabic letter becomes the letter.',
    before: ['\ufe8e\ufefb'],
    after: '\u0627\u0644\u0627',
  },
  {
    why: 'An accent is joined with its letter.',
    before: ['Schr¨odinger, na¨ıve'],
    after: 'Schrödinger, naïve',
  },
  {
    why: 'An accent is joined with a letter of the next item.',
    before: ['utilis´', 'e par'],
    after: 'utilisé par',
  },
  { why: 'A sign before a space is not an accent.', before: ['a ´ e'], after: 'a ´ e' },
  {
    why: 'A tilde in an address is not an accent.',
    before: ['example.org/˜nina'],
    after: 'example.org/˜nina',
  },
  {
    why: 'A grave accent is joined with its letter.',
    before: ['retour `a la ligne'],
    after: 'retour à la ligne',
  },
  { why: 'Grave accents around code stay.', before: ['the `open` call'], after: 'the `open` call' },
];

/** Joins the texts of a line's items, and replaces their characters as the examples show. */
export function plainCharacters(texts: readonly string[]): string {
  const spans = texts.map((text, item) => ({ text, page: 1, item, from: 0 }));
  return plainText(withPlainCharacters(spans, texts.join('')));
}
