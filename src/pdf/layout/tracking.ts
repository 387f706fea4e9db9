import { isUnspaced } from './script';

/** A text as pdf.js gives it, with a space wherever characters stand a tenth of the size apart. */
export interface Tracked {
  readonly text: string;
  /** The width of each of its spaces, where known: Infinity for one that is a character of the PDF. */
  readonly gaps?: readonly number[];
}

const BEGINS_APART = /^\S{1,2} \S{1,2} \S/;
/** Fewer pieces may be words of one letter. */
const FEWEST_PIECES = 3;
/** Kerning keeps some letters together: "T A", "r,". */
const LONGEST_PIECE = 3;
const SINGLE_SHARE = 0.7;
/** A gap this many times as wide as those between letters parts words. */
const WORD_GAP = 1.5;

/**
 * Of a text set with space between its letters, which of its spaces part words; undefined for any other text.
 * Where their widths are not known, none does.
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

/** "A B C D" are columns or choices. */
function isSequence(letters: readonly string[]): boolean {
  return letters.every(
    (letter, index) => index === 0 || letter.charCodeAt(0) - (letters[index - 1] ?? '').charCodeAt(0) === 1,
  );
}
