import type { Sentence } from '../../text/sentence';

/**
 * The document as the model reads it: `[n] sentence` on a line each, page marks between pages. Line breaks within a
 * sentence become spaces, so that no sentence can pass for another line; tabs between cells become ` | `.
 */
export function toLines(sentences: readonly Sentence[]): string {
  const lines: string[] = [];
  let page = 0;
  for (const sentence of sentences) {
    if (sentence.page !== page) {
      page = sentence.page;
      lines.push(pageMark(page));
    }
    lines.push(toLine(sentence.number, sentence.text));
  }
  return lines.join('\n');
}

/** The line of one sentence, with headings and rows told apart by nothing: the number is all the model needs. */
export function toLine(number: number, text: string): string {
  return `[${String(number)}] ${text.replace(/\t+/gu, ' | ').replace(/\s+/gu, ' ').trim()}`;
}

function pageMark(page: number): string {
  return `--- page ${String(page)} ---`;
}
