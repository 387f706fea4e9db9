import { firstCharacter, isUnspaced, lastCharacter } from './script';

/** A gap from which there is a space between words although the PDF has none: a share of the font size. */
const WORD_GAP = 0.22;
/** The same where pdf.js reports white space between two items. */
const WORD_GAP_WITH_SPACE = 0.08;
/** A gap between two Chinese or Japanese characters that is meant, not letter spacing or justification. */
const IDEOGRAPH_GAP = 0.8;

export interface Seam {
  readonly left: string;
  readonly right: string;
  /** Distance as a share of the font size. */
  readonly gap: number;
  /** pdf.js reports white space between the two. */
  readonly space: boolean;
}

/** Full-width punctuation brings its own space: none is typed before what closes, or after what opens. */
const CLOSES = /^[，。、；：！？）】》」』〉]/;
const ENDS_CLAUSE = /[，。、；：！？]$/;
const OPENS = /^[（【《「『〈]/;

/** What stands between two neighbouring pieces of a line: a space or nothing. */
export function spaceBetween({ left, right, gap, space }: Seam): '' | ' ' {
  const before = lastCharacter(left);
  const after = firstCharacter(right);
  if (before === ' ' || after === ' ') return '';
  if (CLOSES.test(after) || OPENS.test(before) || ENDS_CLAUSE.test(before)) return '';
  if (isUnspaced(before) && isUnspaced(after)) return gap > IDEOGRAPH_GAP ? ' ' : '';
  return gap > (space ? WORD_GAP_WITH_SPACE : WORD_GAP) ? ' ' : '';
}
