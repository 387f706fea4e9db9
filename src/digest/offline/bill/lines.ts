import type { Sentence } from '../../../text/sentence';

/** A line of a bill with its cells. */
export interface Line {
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly number: number;
}

/**
 * A cell; `bare` is its text in lower case without white space, `at` gives for each of its characters the
 * place in `text`.
 */
export interface Cell {
  readonly text: string;
  readonly bare: string;
  readonly at: readonly number[];
}

/** Lines of a bill that are read; amounts and parties stand on its first pages. */
const MOST_LINES = 400;

/** The lines of a document, cells apart. */
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
 * The text of a cell behind `end` characters of its bare text, without the mark between a label and its
 * value.
 */
export function restOf({ text, at, bare }: Cell, end: number): string {
  if (end >= bare.length) return '';
  return text
    .slice(at[end] ?? text.length)
    .replace(/^[\s:：#=.\-–]+/u, '')
    .trim();
}
