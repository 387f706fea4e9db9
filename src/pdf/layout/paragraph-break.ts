import { overlap } from './margins';
import { hasBullet, listMarker } from './marker';
import {
  alignsRight,
  beginsLabel,
  endsInLeaders,
  endsTypedLine,
  hasLabel,
  leavesHalf,
  shiftsEdge,
} from './own-line';
import { hasRoom, isCentredPair, type LinePair } from './paragraph-pair';
import { endsSentence, startsMidSentence } from './script';

type Rule = (pair: LinePair) => boolean;

/** The rules that end a paragraph between two lines. The paragraph ends if at least one of them applies. */
const breaks: readonly Rule[] = [
  isNotJustBelow,
  changesSize,
  leavesColumn,
  beginsRow,
  beginsListItem,
  beginsLabel,
  returnsFromHangingIndent,
  endsShort,
  leavesHalf,
  endsInLeaders,
  endsTypedLine,
  alignsRight,
  shiftsEdge,
  indentsFirstLine,
  addsSpace,
  changesFont,
];

/** Returns true when the lower line continues the paragraph of the line above. */
export function continuesParagraph(pair: LinePair): boolean {
  if (pair.above.angle !== pair.below.angle) return false;
  return continuesInNextColumn(pair) || !breaks.some((rule) => rule(pair));
}

function distance({ above, below }: LinePair): number {
  return (above.y - below.y) / Math.max(above.size, below.size);
}

/**
 * Maximum distance between two lines of one sentence, in font sizes. Lines can be this far apart in
 * certificates, and in forms with spaces to fill in.
 */
const WIDE = 2.4;

/** Returns true when the lower line is too far below the upper line, or is beside or above it. */
export function isNotJustBelow(pair: LinePair): boolean {
  const down = distance(pair);
  if (down < 0.5) return true;
  return down > Math.max(1.35 * pair.leading, pair.leading + 0.35) && !(down < WIDE && isFullProse(pair));
}

/** Returns true when the font size changes, for example between a heading and its text. */
export function changesSize({ above, below }: LinePair): boolean {
  return Math.abs(above.size - below.size) > 0.12 * Math.max(above.size, below.size);
}

/** Returns true when the two lines do not overlap horizontally, and their left edges are far apart. */
export function leavesColumn({ above, below }: LinePair): boolean {
  return overlap(above, below) <= 0 && Math.abs(above.left - below.left) > 3 * above.size;
}

/**
 * Returns true when the lower line is the first cell of a row, and the upper line is also above the next
 * cell. The upper line is then a caption and not a cell.
 */
export function beginsRow({ above, below, next }: LinePair): boolean {
  if (next?.angle !== below.angle || Math.abs(next.y - below.y) > 0.35 * below.size) return false;
  return next.left > below.right && above.right > next.left + below.size;
}

/**
 * Returns true when the lower line begins a list item. A bullet always begins an item. A number begins an
 * item unless the sentence above continues with the number ("on page / 12. Then").
 */
export function beginsListItem(pair: LinePair): boolean {
  const { above, below, paragraph } = pair;
  if (TICK_BOX.test(below.text)) return true;
  if (listMarker(below.text) === '') return beginsNumberedLine(pair);
  if (hasBullet(below.text)) return true;
  return endsSentence(above.text) || listMarker(paragraph[0]?.text ?? '') !== '' || hasRoom(pair);
}

/** Returns true for consecutive lines with section numbers such as "2.3.1", as in a table of contents. */
function beginsNumberedLine({ below, paragraph }: LinePair): boolean {
  return DECIMAL_NUMBER.test(below.text) && DECIMAL_NUMBER.test(paragraph[0]?.text ?? '');
}

const TICK_BOX = /^[\u2610-\u2612]/;
/** Matches a section number such as "2.3.1" at the beginning of a line. */
const DECIMAL_NUMBER = /^\d{1,3}(?:\.\d{1,3})+\.?\s?[^\d\s%]/;

/**
 * Returns true for a line that begins below the marker of a list item with a hanging indent. The line is not
 * part of the item.
 */
export function returnsFromHangingIndent({ paragraph, below }: LinePair): boolean {
  const [first, second] = paragraph;
  if (!first || !second || listMarker(first.text) === '') return false;
  const hangs = second.left - first.left > 0.7 * first.size;
  return hangs && below.left - first.left < 0.3 * first.size;
}

/** Returns true when the line above ended although the next word would have fitted on it. */
export function endsShort(pair: LinePair): boolean {
  if (!hasRoom(pair) || isCentredPair(pair)) return false;
  return endsSentence(pair.above.text) || !startsMidSentence(pair.below.text);
}

/**
 * Returns true when the lower line has a first-line indent and begins a paragraph. There are two cases:
 * - The line above is not indented. It ends a sentence, or the line after the lower line returns to the edge.
 * - The line above is a whole paragraph with the same indent. It ends a sentence, and the line after the
 *   lower line returns to the edge.
 *
 * List items and numbered paragraphs are excluded, because their second line may have a hanging indent.
 */
export function indentsFirstLine({
  paragraph,
  above,
  below,
  next,
  aboveMargins,
  belowMargins,
}: LinePair): boolean {
  const begin = paragraph[0]?.text ?? '';
  if (listMarker(begin) !== '' || DECIMAL_NUMBER.test(begin)) return false;
  const { size } = below;
  const indent = (below.left - belowMargins.left) / size;
  const returnsToEdge = next !== undefined && next.y < below.y && next.left < below.left - 0.7 * size;
  const isAlike = paragraph.length === 1 && Math.abs(above.left - below.left) < 0.2 * size;
  if (isAlike && indent >= 0.9 && indent <= 5 && returnsToEdge && endsSentence(above.text)) return true;
  if (
    indent < 0.9 ||
    indent > 5 ||
    above.left - aboveMargins.left > 0.5 * size ||
    below.left - above.left < 0.5 * size
  )
    return false;
  return returnsToEdge || endsSentence(above.text);
}

/** Maximum additional space between a full first line and the second line of a paragraph, in font sizes. */
const WIDEST_LEADING = 0.7;
/** Minimum length of a full line of running text, in font sizes. */
const PROSE_WIDTH = 24;

/**
 * Returns true for a long line that ends in the middle of a sentence because the next word did not fit; false
 * for a line of labels and values.
 */
function isFullProse(pair: LinePair): boolean {
  const { left, right, size, text } = pair.above;
  const isList = (text.match(/[:：]/g)?.length ?? 0) > 2;
  return right - left > PROSE_WIDTH * size && !isList && !endsSentence(text) && !hasRoom(pair);
}

/**
 * Returns true when there is visibly more space above the lower line than between the lines of its paragraph.
 * If the paragraph has only one line so far, the usual distance on the page is used instead.
 */
export function addsSpace(pair: LinePair): boolean {
  const { paragraph, above } = pair;
  const before = paragraph[paragraph.length - 2];
  const own = before ? (before.y - above.y) / above.size : 0;
  const usual = own > 0.5 && own < WIDE ? own : pair.leading;
  const extra = distance(pair) - usual;
  if (extra > 0.35) return own > 0 || extra > WIDEST_LEADING || !isFullProse(pair);
  return extra > Math.max(0.15, 0.12 * usual) && endsSentence(above.text);
}

/**
 * Returns true when the lines above have one font, and the lower line has another font and does not continue
 * their sentence.
 */
export function changesFont({ paragraph, above, below }: LinePair): boolean {
  const wasOneFont = paragraph.every((line) => line.oneFont && line.font === above.font);
  return wasOneFont && below.font !== above.font && below.oneFont && !startsMidSentence(below.text);
}

/**
 * Returns true when the line above fills its column in the middle of a sentence, and the lower line is at the
 * top of the column to the right.
 */
export function continuesInNextColumn(pair: LinePair): boolean {
  const { above, below, aboveMargins, belowMargins } = pair;
  const width = aboveMargins.right - aboveMargins.left;
  const nextWidth = belowMargins.right - belowMargins.left;
  return (
    below.y > above.y + above.size &&
    below.left > aboveMargins.right - 0.1 * above.size &&
    !changesSize(pair) &&
    !changesFont(pair) &&
    !hasLabel(above.text) &&
    width > 8 * above.size &&
    Math.abs(width - nextWidth) < 0.2 * width &&
    above.right > aboveMargins.right - 1.5 * above.size &&
    below.left - belowMargins.left < 0.5 * below.size &&
    !endsSentence(above.text) &&
    listMarker(below.text) === ''
  );
}
