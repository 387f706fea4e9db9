import { endsSentence } from './script';
import { hasRoom, isCentredPair, type LinePair } from './paragraph-pair';

/** A label of a few words, with a colon: "Date:", "甲方：". */
const LABEL =
  /^(?:[（(]?[\u3400-\u9fff][\u3400-\u9fff（）()、\s]{0,10}：|[\u3400-\u9fff]{2,8}:|\p{Lu}[\p{L}\d.'’/\s-]{0,24}[:：](?=\s|$))/u;

/** Maximum length of a label with its colon, in UTF-16 units. */
const LONGEST_LABEL = 27;

export function hasLabel(text: string): boolean {
  const start = text.slice(0, LONGEST_LABEL);
  return (start.includes(':') || start.includes('：')) && LABEL.test(start);
}

/**
 * Returns true if the paragraph and the line below it both begin with a label. They are entries of a list of
 * labels and values.
 */
export function beginsLabel({ paragraph, below }: LinePair): boolean {
  return hasLabel(below.text) && hasLabel(paragraph[0]?.text ?? '');
}

const MAY_HAVE_LEADERS = /[.·…‥\u22ef]\s?\s?[\divxlc]{1,6}$/i;
const LEADERS = /(?:[…\u22ef]{2,}|(?:[.·…‥]\s?){4,})\s*(?:\d{1,4}|[ivxlc]{1,6})$/i;

/** Returns true for an entry of a table of contents: dots, then a page number. */
export function hasLeaders(text: string): boolean {
  return MAY_HAVE_LEADERS.test(text.slice(-8)) && LEADERS.test(text.slice(-40));
}

export function endsInLeaders({ above }: LinePair): boolean {
  return hasLeaders(above.text);
}

/**
 * Returns true when the lower line begins further left or right than the line above, and the line above is
 * not full. Such lines belong to a nested list whose bullets are drawings, not text.
 */
export function shiftsEdge(pair: LinePair): boolean {
  const shift = Math.abs(pair.below.left - pair.above.left) / pair.above.size;
  return shift > 1.2 && hasRoom(pair) && !isCentredPair(pair);
}

const HALF = 0.5;
/** Room for a long word, in font sizes. */
const MUCH_ROOM = 12;
/** Maximum distance between the ends of two lines beside a picture, in font sizes. */
const SAME_EDGE = 2;

/**
 * Returns true when more than half of the column is empty to the right of the line above, so that even a long
 * word would have fitted. Returns false for lines beside a picture: they all end at the same edge.
 */
export function leavesHalf({ above, below, aboveMargins }: LinePair): boolean {
  const column = aboveMargins.right - aboveMargins.left;
  const room = aboveMargins.right - above.right;
  const isAlone = Math.abs(below.right - above.right) > SAME_EDGE * above.size;
  return isAlone && room > HALF * column && room > MUCH_ROOM * above.size && /[\p{L}\d)]$/u.test(above.text);
}

/** Returns true for two right-aligned lines that begin far to the right, such as the lines of an address. */
export function alignsRight({ above, below, aboveMargins, belowMargins }: LinePair): boolean {
  const { size } = above;
  const inset = Math.min(above.left - aboveMargins.left, below.left - belowMargins.left) / size;
  return (
    Math.abs(above.right - below.right) < 0.2 * size &&
    Math.abs(above.left - below.left) > 0.5 * size &&
    inset > 6
  );
}

/**
 * Returns true when a monospaced line ends its paragraph. Monospaced running text is broken exactly where the
 * next word does not fit, so a line that ends earlier is a line of code or of a form. A line also ends its
 * paragraph when the line below begins further right.
 */
export function endsTypedLine({ paragraph, above, below, aboveMargins }: LinePair): boolean {
  if (!above.fixedPitch || !below.fixedPitch) return false;
  const character = (below.right - below.left) / Math.max(1, below.text.length);
  const word = /^\S+/.exec(below.text)?.[0].length ?? 1;
  if (aboveMargins.right - above.right > (word + 1.5) * character) return true;
  const shift = (below.left - above.left) / character;
  return shift > 0.5 || (shift < -0.5 && (paragraph.length > 1 || endsSentence(above.text)));
}
