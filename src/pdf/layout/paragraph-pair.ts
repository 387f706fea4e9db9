import type { Line } from './line';
import type { Margins } from './margins';
import { sentenceContinues } from './open-end';
import { endsSentence, firstCharacter, isUnspaced } from './script';

/** Two neighbouring lines, and the data that decide whether both lines belong to the same paragraph. */
export interface LinePair {
  /** The lines of the paragraph so far. */
  readonly paragraph: readonly Line[];
  /** The last line of `paragraph`. */
  readonly above: Line;
  readonly below: Line;
  readonly aboveMargins: Margins;
  readonly belowMargins: Margins;
  /** The line after `below`, if there is one. */
  readonly next: Line | undefined;
  /** The page's usual distance between baselines, in font sizes. */
  readonly leading: number;
}

/**
 * Returns true when the first word of `below` would have fitted at the end of `above`. If `above` ends in the
 * middle of a sentence, more room is required, because the paragraph probably continues.
 */
export function hasRoom({ above, below, aboveMargins }: LinePair): boolean {
  const ends = endsSentence(above.text);
  if (!ends && sentenceContinues(above.text, below.text)) return false;
  const free = (aboveMargins.right - above.right) / above.size;
  const room = above.hasBlanks && !ends ? free - ROOM_AFTER_BLANKS : free;
  if (isUnspaced(firstCharacter(below.text)))
    return room > (ends ? ROOM_IDEOGRAPHS : ROOM_IDEOGRAPHS_MID_SENTENCE);
  const perCharacter = (below.right - below.left) / Math.max(1, below.text.length) / above.size;
  const word = /^[^\s\u2e80-\u9fff]+/.exec(below.text)?.[0].length ?? 1;
  return room > word * perCharacter + (ends ? ROOM_WORD : ROOM_WORD_MID_SENTENCE);
}

/** Additional room, in font sizes, if `above` has blanks to fill in and ends in the middle of a sentence. */
const ROOM_AFTER_BLANKS = 4;
/**
 * When the lower line begins with an ideograph, `hasRoom` requires more room than this, in font sizes. Even a
 * full line can end one ideograph early, because some characters must not begin the next line.
 */
const ROOM_IDEOGRAPHS = 2;
/** Like {@link ROOM_IDEOGRAPHS}, if the upper line ends in the middle of a sentence. */
const ROOM_IDEOGRAPHS_MID_SENTENCE = 3.5;
/**
 * When the lower line begins with a word, `hasRoom` requires room for the word and for this additional space,
 * in font sizes.
 */
const ROOM_WORD = 0.6;
/** Like {@link ROOM_WORD}, if the upper line ends in the middle of a sentence. */
const ROOM_WORD_MID_SENTENCE = 1.6;

/** Returns true for lines of a centred title: they have different lengths and the same middle. */
export function isCentredPair({ above, below, aboveMargins, belowMargins }: LinePair): boolean {
  const middles = Math.abs(above.left + above.right - below.left - below.right) / 2;
  const bothInset =
    above.left > Math.min(aboveMargins.left, belowMargins.left) + above.size ||
    below.left > belowMargins.left + above.size;
  return middles < 0.5 * above.size && Math.abs(above.left - below.left) > above.size && bothInset;
}
