import { firstCharacter, isUnspaced, lastCharacter } from './script';
import { endOf, markDivision, putIn, startOf, type Span } from './sourced-text';

/**
 * How two lines of a paragraph become one text: how many characters at the end of the first are a division of
 * its last word, and what stands between.
 */
export interface LineJoin {
  readonly drop: number;
  readonly between: '' | ' ';
}

const ENDS_WITH_HYPHEN = /\p{Ll}[-\u2010]$/u;

/** Undoes hyphenation, and puts a space between the lines unless their script has none. */
export function lineJoin(first: string, second: string): LineJoin {
  const last = lastCharacter(first);
  const next = firstCharacter(second);
  if (last === '\u00ad') return { drop: 1, between: '' };
  if (ENDS_WITH_HYPHEN.test(first) && /^\p{Ll}/u.test(second))
    return { drop: isCompound(first, second) ? 0 : 1, between: '' };
  if (/[-\u2010/]$/.test(first) && /^[\p{L}\d]/u.test(second) && !/\s.$/.test(first))
    return { drop: 0, between: '' };
  if (isUnspaced(last) || isUnspaced(next)) return { drop: 0, between: '' };
  return { drop: 0, between: ' ' };
}

const TENS = /(?:^|\P{L})(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\u2010]$/iu;

/**
 * "state-of-the-" goes on with its hyphen: a word that has one already keeps the one at the line's end. So do
 * numbers in words and what begins with "self", "non", "well" or "half".
 */
function isCompound(first: string, second: string): boolean {
  if (TENS.test(first) || /(?:^|\P{L})(?:self|non|well|half)[-\u2010]$/iu.test(first)) return true;
  return /\p{L}[-\u2010]\p{L}+[-\u2010]$/u.test(first) || /^\p{L}+[-\u2010]\p{L}/u.test(second);
}

/** As much of two lines as decides on how they join: the length of a long word. */
const DECISIVE = 64;

/**
 * Appends the next line of a paragraph to its text so far, in place: a paragraph may go on over many pages.
 */
export function appendLine(text: Span[], line: readonly Span[]): void {
  const { drop, between } = lineJoin(endOf(text, DECISIVE), startOf(line, DECISIVE));
  if (drop > 0) markDivision(text, drop);
  if (between !== '') text.push(putIn(between));
  for (const span of line) text.push(span);
}
