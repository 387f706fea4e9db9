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

/** Any of these ends a paragraph between two lines. */
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

/** Whether the lower line goes on with the paragraph of the line above it. */
export function continuesParagraph(pair: LinePair): boolean {
  if (pair.above.angle !== pair.below.angle) return false;
  return continuesInNextColumn(pair) || !breaks.some((rule) => rule(pair));
}

function distance({ above, below }: LinePair): number {
  return (above.y - below.y) / Math.max(above.size, below.size);
}

/** Not the next line below: too far away, or beside or above. */
export function isNotJustBelow(pair: LinePair): boolean {
  const down = distance(pair);
  return down < 0.5 || down > Math.max(1.35 * pair.leading, pair.leading + 0.35);
}

/** Headings and notes are set in another size. */
export function changesSize({ above, below }: LinePair): boolean {
  return Math.abs(above.size - below.size) > 0.12 * Math.max(above.size, below.size);
}

/** Nothing of it stands below the line above. */
export function leavesColumn({ above, below }: LinePair): boolean {
  return overlap(above, below) <= 0 && Math.abs(above.left - below.left) > 3 * above.size;
}

/**
 * The lower line is the first cell of a row which stands under the line above as a whole: a caption, not a
 * cell.
 */
export function beginsRow({ above, below, next }: LinePair): boolean {
  if (next?.angle !== below.angle || Math.abs(next.y - below.y) > 0.35 * below.size) return false;
  return next.left > below.right && above.right > next.left + below.size;
}

/**
 * A bullet begins an item; so does a number, unless the line above runs on into it ("on page / 12. Then").
 */
export function beginsListItem(pair: LinePair): boolean {
  const { above, below, paragraph } = pair;
  if (listMarker(below.text) === '') return beginsNumberedLine(pair);
  if (hasBullet(below.text)) return true;
  return endsSentence(above.text) || listMarker(paragraph[0]?.text ?? '') !== '' || hasRoom(pair);
}

/** Headings numbered like "2.3.1", one a line: a table of contents. */
function beginsNumberedLine({ below, paragraph }: LinePair): boolean {
  return DECIMAL_NUMBER.test(below.text) && DECIMAL_NUMBER.test(paragraph[0]?.text ?? '');
}

const DECIMAL_NUMBER = /^\d{1,3}(?:\.\d{1,3})+\.?\s?[^\d\s%]/;

/** Under a list item, a line that stands where its marker does is no part of it. */
export function returnsFromHangingIndent({ paragraph, below }: LinePair): boolean {
  const [first, second] = paragraph;
  if (!first || !second || listMarker(first.text) === '') return false;
  const hangs = second.left - first.left > 0.7 * first.size;
  return hangs && below.left - first.left < 0.3 * first.size;
}

/** The line above ended although the next word would have fitted on it. */
export function endsShort(pair: LinePair): boolean {
  if (!hasRoom(pair) || isCentredPair(pair)) return false;
  return endsSentence(pair.above.text) || !startsMidSentence(pair.below.text);
}

/**
 * The lower line is set in from its column by a first-line indent: the one above is not, and it ended a
 * sentence or the line after returns to the edge. A hanging indent, as under numbered headings, does not
 * return; but under a numbered clause of two lines the next number does. After a paragraph of one line, the
 * next is set in as that was.
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
  const comesBack = next !== undefined && next.y < below.y && next.left < below.left - 0.7 * size;
  const isAlike = paragraph.length === 1 && Math.abs(above.left - below.left) < 0.2 * size;
  if (isAlike && indent >= 0.9 && indent <= 5 && comesBack && endsSentence(above.text)) return true;
  if (
    indent < 0.9 ||
    indent > 5 ||
    above.left - aboveMargins.left > 0.5 * size ||
    below.left - above.left < 0.5 * size
  )
    return false;
  return comesBack || endsSentence(above.text);
}

/** Visibly more space than between the lines of this paragraph, or of the page. */
export function addsSpace(pair: LinePair): boolean {
  const { paragraph, above } = pair;
  const before = paragraph[paragraph.length - 2];
  const own = before ? (before.y - above.y) / above.size : 0;
  const usual = own > 0.5 && own < 2 ? own : pair.leading;
  const extra = distance(pair) - usual;
  if (extra > 0.35) return true;
  return extra > Math.max(0.15, 0.12 * usual) && endsSentence(above.text);
}

/** A line all in one font, followed by one that begins in another and isn't the rest of its sentence. */
export function changesFont({ paragraph, above, below }: LinePair): boolean {
  const wasOneFont = paragraph.every((line) => line.oneFont && line.font === above.font);
  return wasOneFont && below.font !== above.font && below.oneFont && !startsMidSentence(below.text);
}

/**
 * The line above fills its column in the middle of a sentence and the next one is at the top of the column to
 * its right.
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
