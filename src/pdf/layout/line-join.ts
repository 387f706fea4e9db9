import { firstCharacter, isUnspaced, lastCharacter } from './script';
import { endOf, markDivision, putIn, startOf, type Span } from './sourced-text';

/**
 * How two lines of a paragraph become one text: `drop` characters are removed at the end of the first line
 * (the hyphen of a divided word), and `between` is inserted.
 */
export interface LineJoin {
  readonly drop: number;
  readonly between: '' | ' ';
}

const ENDS_WITH_HYPHEN = /\p{Ll}[-\u2010]$/u;

/**
 * Decides how to join two lines. If a word is divided between them, no space is inserted, and the hyphen is
 * removed unless it belongs to the word. Between two words, a space is inserted if the language has spaces.
 */
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
 * Returns true when the hyphen at the end of the line belongs to the word and is kept. This is the case when
 * the word has another hyphen ("state-of-the-art"), is a number in words, or begins with "self", "non",
 * "well" or "half".
 */
function isCompound(first: string, second: string): boolean {
  if (TENS.test(first) || /(?:^|\P{L})(?:self|non|well|half)[-\u2010]$/iu.test(first)) return true;
  return /\p{L}[-\u2010]\p{L}+[-\u2010]$/u.test(first) || /^\p{L}+[-\u2010]\p{L}/u.test(second);
}

/**
 * `lineJoin` gets this number of UTF-16 units from the end of the first line, and from the start of the
 * second line. Few words are longer.
 */
const DECISIVE = 64;

/**
 * Appends the next line of a paragraph to `text`. Changes `text` in place, because copies of a long paragraph
 * would take time.
 */
export function appendLine(text: Span[], line: readonly Span[]): void {
  const { drop, between } = lineJoin(endOf(text, DECISIVE), startOf(line, DECISIVE));
  if (drop > 0) markDivision(text, drop);
  if (between !== '') text.push(putIn(between));
  for (const span of line) text.push(span);
}
