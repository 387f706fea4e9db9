import { firstCharacter, isUnspaced, lastCharacter } from './script';

/**
 * Minimum gap between two words, as a share of the font size. Such a gap becomes a space, even if the PDF has
 * no space there.
 */
const WORD_GAP = 0.22;
/** The limit that replaces `WORD_GAP` when pdf.js reports white space between two items. */
const WORD_GAP_WITH_SPACE = 0.08;
/**
 * Minimum gap that becomes a space between two Chinese or Japanese characters, as a share of the font size. A
 * smaller gap is letter spacing or justification.
 */
const IDEOGRAPH_GAP = 0.8;

export interface Seam {
  readonly left: string;
  readonly right: string;
  /** The distance between `left` and `right`, as a share of the font size. */
  readonly gap: number;
  /** True when pdf.js reports white space between `left` and `right`. */
  readonly space: boolean;
}

/** Matches a closing mark. Nobody types a space before it. */
const CLOSES = /^[，。、；：！？）】》」』〉]/;
/** Matches a mark that ends a clause. Its glyph contains white space, so nobody types a space after it. */
const ENDS_CLAUSE = /[，。、；：！？]$/;
/** Matches an opening mark. Nobody types a space after it. */
const OPENS = /^[（【《「『〈]/;

/** Returns what belongs between two neighbouring texts of a line: a space or nothing. */
export function spaceBetween({ left, right, gap, space }: Seam): '' | ' ' {
  const before = lastCharacter(left);
  const after = firstCharacter(right);
  if (before === ' ' || after === ' ') return '';
  if (CLOSES.test(after) || OPENS.test(before) || ENDS_CLAUSE.test(before)) return '';
  if (isUnspaced(before) && isUnspaced(after)) return gap > IDEOGRAPH_GAP ? ' ' : '';
  return gap > (space ? WORD_GAP_WITH_SPACE : WORD_GAP) ? ' ' : '';
}
