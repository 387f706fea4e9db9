import type { Sentence } from '../../../text/sentence';
import { moneyIn } from './money';

/** A line of a bill. */
export interface Line {
  readonly text: string;
  /** The cells of the line that are not empty. */
  readonly cells: readonly Cell[];
  /** The number of the sentence from which the line is made. */
  readonly number: number;
}

/** A cell of a line. */
export interface Cell {
  readonly text: string;
  /** The text in lower case without white space. */
  readonly bare: string;
  /** For each UTF-16 unit of `bare`, its offset in `text`. */
  readonly at: readonly number[];
}

/** Maximum number of lines that are read. Amounts and parties are on the first pages. */
const MOST_LINES = 400;

/** Returns the first lines of a document with their cells. */
export function linesOf(sentences: readonly Sentence[]): Line[] {
  return sentences.slice(0, MOST_LINES).map(({ text, number }) => ({
    text: text.replace(/\s+/gu, ' ').trim(),
    cells: text
      .split('\t')
      .flatMap((cell) => (cell.trim() === '' ? [] : [cellOf(cell.replace(/\s+/gu, ' ').trim())])),
    number,
  }));
}

function cellOf(text: string): Cell {
  const at: number[] = [];
  let bare = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (/\s/u.test(character)) continue;
    const lower = character.toLowerCase();
    bare += lower.length === 1 ? lower : character;
    at.push(index);
  }
  return { text, bare, at };
}

/**
 * Splits a cell after each of its amounts. The words before an amount can be its label, as in
 * `Net 40.00, VAT 8.00`.
 */
export function amountCells({ text }: Cell): Cell[] {
  let from = 0;
  return moneyIn(text).map((money) => {
    const to = text.indexOf(money.text, from) + money.text.length;
    const cell = cellOf(text.slice(from, to));
    from = to;
    return cell;
  });
}

/**
 * Returns the text of a cell after its label and after a mark such as a colon. The label ends at the offset
 * `end` of `bare`.
 */
export function restOf({ text, at, bare }: Cell, end: number): string {
  if (end >= bare.length) return '';
  return text
    .slice(at[end] ?? text.length)
    .replace(/^[\s:：#=.\-–]+/u, '')
    .trim();
}
