import type { Example } from './example';
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
const OPENS = /^[（【《「『〈]/;

/** What stands between two neighbouring pieces of a line: a space or nothing. */
export function spaceBetween({ left, right, gap, space }: Seam): '' | ' ' {
  const before = lastCharacter(left);
  const after = firstCharacter(right);
  if (before === ' ' || after === ' ') return '';
  if (CLOSES.test(after) || OPENS.test(before)) return '';
  if (isUnspaced(before) && isUnspaced(after)) return gap > IDEOGRAPH_GAP ? ' ' : '';
  return gap > (space ? WORD_GAP_WITH_SPACE : WORD_GAP) ? ' ' : '';
}

export const spaceBetweenExamples: readonly Example<Seam, string>[] = [
  { why: 'Words have a gap.', before: { left: 'Hello', right: 'world', gap: 0.25, space: false }, after: ' ' },
  { why: 'Kerning is none.', before: { left: 'W', right: 'orld', gap: -0.05, space: false }, after: '' },
  { why: 'Justified Chinese has gaps, not spaces.', before: { left: '中', right: '文', gap: 0.4, space: true }, after: '' },
  { why: 'A wide gap in Chinese is meant.', before: { left: '甲方', right: '乙方', gap: 1.5, space: true }, after: ' ' },
  { why: 'Mixed text as set.', before: { left: '使用', right: 'PDF', gap: 0.25, space: true }, after: ' ' },
  { why: 'Mixed text set close.', before: { left: '使用', right: 'PDF', gap: 0.02, space: false }, after: '' },
  { why: 'Full-width punctuation needs none.', before: { left: '大学[22]', right: '、', gap: 0.3, space: true }, after: '' },
  { why: 'An existing space is enough.', before: { left: 'a ', right: 'b', gap: 0.3, space: true }, after: '' },
];
