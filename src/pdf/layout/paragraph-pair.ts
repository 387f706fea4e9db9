import type { Line } from './line';
import type { Margins } from './margins';
import { endsSentence, firstCharacter, isUnspaced } from './script';

/** Two neighbouring lines and what surrounds them: what the question "same paragraph?" is decided on. */
export interface LinePair {
  /** The paragraph's lines so far; `above` is the last of them. */
  readonly paragraph: readonly Line[];
  readonly above: Line;
  readonly below: Line;
  readonly aboveMargins: Margins;
  readonly belowMargins: Margins;
  /** What comes after the lower line, if anything. */
  readonly next: Line | undefined;
  /** The page's usual distance between baselines, as a share of the font size. */
  readonly leading: number;
}

/**
 * Whether the first word of the lower line would have fitted at the end of the line above. In the middle of a
 * sentence more room is asked for: rules about line ends, hanging punctuation and ragged edges leave some.
 */
export function hasRoom({ above, below, aboveMargins }: LinePair): boolean {
  const ends = endsSentence(above.text);
  const free = (aboveMargins.right - above.right) / above.size;
  const room = above.hasBlanks && !ends ? free - ROOM_AFTER_BLANKS : free;
  if (isUnspaced(firstCharacter(below.text)))
    return room > (ends ? ROOM_IDEOGRAPHS : ROOM_IDEOGRAPHS_MID_SENTENCE);
  const perCharacter = (below.right - below.left) / Math.max(1, below.text.length) / above.size;
  const word = /^[^\s\u2e80-\u9fff]+/.exec(below.text)?.[0].length ?? 1;
  return room > word * perCharacter + (ends ? ROOM_WORD : ROOM_WORD_MID_SENTENCE);
}

/** A line with blanks in it ends this much earlier, in font sizes. */
const ROOM_AFTER_BLANKS = 4;
/**
 * Room at a line's end, in font sizes: for two ideographs, one of which may not begin a line; and with some
 * to spare.
 */
const ROOM_IDEOGRAPHS = 2;
const ROOM_IDEOGRAPHS_MID_SENTENCE = 3.5;
/** And beyond the width of a word: for the space before it; and with some to spare. */
const ROOM_WORD = 0.6;
const ROOM_WORD_MID_SENTENCE = 1.6;

/** Lines of a centred title: of different length and with the same middle. */
export function isCentredPair({ above, below, aboveMargins, belowMargins }: LinePair): boolean {
  const middles = Math.abs(above.left + above.right - below.left - below.right) / 2;
  const bothInset =
    above.left > Math.min(aboveMargins.left, belowMargins.left) + above.size ||
    below.left > belowMargins.left + above.size;
  return middles < 0.5 * above.size && Math.abs(above.left - below.left) > above.size && bothInset;
}
