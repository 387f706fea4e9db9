import type { Sentence } from '../../text/sentence';

/** Dots that lead to a page number. They cost tokens and say nothing. */
const LEADERS = /(?:[.·•‥…。．]\s*){4,}/gu;
/** The line of a blank to be filled in, however long it is drawn. */
const BLANK = /[_＿]{5,}/gu;

/**
 * The document as the model reads it: `[n] sentence` on a line each, page marks between pages. Line breaks within a
 * sentence become spaces, so that no sentence can pass for another line; tabs between cells become ` | `. Sentences
 * without a letter or a figure, such as an empty bullet, are left out.
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

/** The line of one sentence. Headings and rows are not marked: the number is all the model needs. */
export function toLine(number: number, text: string): string {
  const words = text.replace(LEADERS, ' ').replace(BLANK, '____').replace(/\t/gu, ' | ');
  return `[${String(number)}] ${words.replace(/\s+/gu, ' ').trim()}`;
}

function pageMark(page: number): string {
  return `--- page ${String(page)} ---`;
}
