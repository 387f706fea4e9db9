import type { Sentence } from '../../text/sentence';

/** Matches leader dots before a page number. They cost tokens and carry no information. */
const LEADERS = /(?:[.·•‥…。．]\s*){4,}/gu;
/** Matches a blank of a form. In the prompt, every blank has the same length. */
const BLANK = /[_＿]{5,}/gu;

/**
 * Writes the document for the model: one line `[n] sentence` for each sentence, and a mark before each page.
 * Line breaks within a sentence become spaces, so that no part of a sentence looks like a line of its own.
 * Tabs between cells become ` | `. Sentences without a letter or digit, such as an empty bullet, are left
 * out.
 */
export function toLines(sentences: readonly Sentence[]): string {
  const lines: string[] = [];
  let page = 0;
  for (const sentence of sentences) {
    if (!/[\p{L}\p{N}]/u.test(sentence.text)) continue;
    if (sentence.page !== page) {
      page = sentence.page;
      lines.push(pageMark(page));
    }
    lines.push(toLine(sentence.number, sentence.text));
  }
  return lines.join('\n');
}

/** Writes the line of one sentence. */
export function toLine(number: number, text: string): string {
  const words = text.replace(LEADERS, ' ').replace(BLANK, '____').replace(/\t/gu, ' | ');
  return `[${String(number)}] ${words.replace(/\s+/gu, ' ').trim()}`;
}

function pageMark(page: number): string {
  return `--- page ${String(page)} ---`;
}
