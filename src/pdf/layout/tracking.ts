import { isUnspaced } from './script';

/**
 * A text from pdf.js. It has a space wherever the gap between two characters is at least a tenth of the font
 * size.
 */
export interface Tracked {
  readonly text: string;
  /** The width of each space, if known. The width is Infinity if the PDF itself contains the space. */
  readonly gaps?: readonly number[];
}

const BEGINS_APART = /^\S{1,2} \S{1,2} \S/;
/**
 * Minimum number of pieces of a letter-spaced text. A piece is the text between two spaces. Fewer pieces may
 * be words of one letter.
 */
const FEWEST_PIECES = 3;
/** Maximum length of a piece. Some characters are so close that no space is between them: "r,". */
const LONGEST_PIECE = 3;
/** Minimum share of pieces with a single character. */
const SINGLE_SHARE = 0.7;
/** Minimum width of a gap between words, relative to the gaps between letters. */
const WORD_GAP = 1.5;

/**
 * For each space of a letter-spaced text, returns whether the space is between two words; false if the widths
 * of the spaces are unknown. Returns undefined for any other text.
 */
export function wordGaps({ text, gaps }: Tracked): readonly boolean[] | undefined {
  if (!BEGINS_APART.test(text)) return undefined;
  const pieces = text.split(' ');
  if (!isTracked(pieces)) return undefined;
  const spaces = pieces.length - 1;
  if (gaps?.length !== spaces) return pieces.slice(1).map(() => false);
  const sorted = [...gaps].sort((a, b) => a - b);
  const betweenLetters = sorted[spaces >> 1] ?? 0;
  return gaps.map((gap) => gap > WORD_GAP * betweenLetters);
}

function isTracked(pieces: readonly string[]): boolean {
  if (pieces.length < FEWEST_PIECES || pieces.some((piece) => piece.length > LONGEST_PIECE || piece === ''))
    return false;
  if (pieces.some((piece) => isUnspaced(piece))) return false;
  const letters = pieces.filter((piece) => /^\p{L}$/u.test(piece));
  const single = pieces.filter((piece) => piece.length === 1);
  if (
    single.length < SINGLE_SHARE * pieces.length ||
    letters.length < Math.max(FEWEST_PIECES, 0.5 * pieces.length)
  )
    return false;
  return !isSequence(letters);
}

/** Returns true for consecutive letters such as "A B C D", which are probably labels. */
function isSequence(letters: readonly string[]): boolean {
  return letters.every(
    (letter, index) => index === 0 || letter.charCodeAt(0) - (letters[index - 1] ?? '').charCodeAt(0) === 1,
  );
}
