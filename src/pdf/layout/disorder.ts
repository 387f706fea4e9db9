import type { Stretch } from './line';
import { hasBullet } from './marker';

/** A piece of a line, with its index in the drawing order. */
interface Drawn {
  readonly piece: Stretch;
  readonly at: number;
  readonly text: string;
  readonly isProse: boolean;
}

/**
 * Minimum number of torn pairs. Two neighbours on a line are a torn pair if they are not drawn one after the
 * other.
 */
const FEWEST_TORN = 3;
/** Minimum share of torn pairs among all pairs of a page. */
const TORN_SHARE = 0.4;
/**
 * Minimum number of torn pairs that consist of a label and a value. If there are fewer, enough torn pairs
 * must be in lines with numbers or dates (`FEWEST_TYPED`, `TYPED_SHARE`).
 */
const FEWEST_LABELS = 2;
/**
 * If at least this share of the labels are torn from their values, `LEAST_SHARE` is used in place of
 * `TORN_SHARE`.
 */
const LABEL_SHARE = 0.65;
/** Minimum share of torn pairs if `LABEL_SHARE` is reached. */
const LEAST_SHARE = 0.2;
/** Minimum number of torn pairs in lines with numbers or dates. */
const FEWEST_TYPED = 4;
/** Minimum share of torn pairs in lines with numbers or dates, among all torn pairs. */
const TYPED_SHARE = 0.3;
/** If running text has more than this share of the characters, the drawing order is the reading order. */
const PROSE_SHARE = 0.5;
/**
 * Minimum mean length of the pieces, in UTF-16 units. Shorter pieces are formulas, or letters that are placed
 * one by one. Their order is not examined.
 */
const FEWEST_CHARACTERS = 2.5;
/**
 * Minimum number of lines that are higher on the page than the line drawn just before them. If there are
 * fewer, the page was not drawn from the bottom up.
 */
const FEWEST_UP = 4;
/** Two lines are not compared if they are farther apart than this, in font sizes. */
const FARTHEST_ROW = 6;
/** Minimum length of a line of running text, in font sizes. */
const PROSE_WIDTH = 14;
/** Maximum distance between a line of running text and the next one, in font sizes. */
const PROSE_DISTANCE = 2.2;
/** Maximum distance between the baselines of two pieces of one line, as a share of the font size. */
const LEVEL = 0.45;

/**
 * Returns true when the drawing order of a page is not its reading order. Either many neighbours on a line
 * were not drawn one after the other (as when values are filled into a template), or the page was drawn from
 * the bottom up. Running text is ignored. Its columns are drawn one after the other, so neighbours on a line
 * would always look out of order.
 */
export function isOutOfOrder(pieces: readonly Stretch[]): boolean {
  if (pieces.length < 2 || pieces.some(({ rightToLeft }) => rightToLeft)) return false;
  const lengths = pieces.map(({ boxes }) => boxes.reduce((sum, { text }) => sum + text.length, 0));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const prose = lengths.reduce((sum, length, at) => sum + (isProse(pieces, at) ? length : 0), 0);
  if (all < FEWEST_CHARACTERS * pieces.length || prose > PROSE_SHARE * all) return false;
  return isDrawnUpwards(pieces) || isTorn(pieces);
}

function isDrawnUpwards(pieces: readonly Stretch[]): boolean {
  let up = 0;
  let down = 0;
  let before: Extent | undefined;
  for (const row of drawnRows(pieces)) {
    if (before?.angle === row.angle && Math.min(before.right, row.right) > Math.max(before.left, row.left)) {
      const distance = (before.y - row.y) / row.size;
      if (distance > 0 && distance < FARTHEST_ROW) down += 1;
      else if (distance < 0 && distance > -FARTHEST_ROW) up += 1;
    }
    before = row;
  }
  return up >= FEWEST_UP && up > down;
}

interface Extent {
  readonly angle: number;
  readonly y: number;
  readonly size: number;
  left: number;
  right: number;
}

/** Joins pieces that are on one line and drawn one after the other. */
function drawnRows(pieces: readonly Stretch[]): Extent[] {
  const rows: Extent[] = [];
  for (const { angle, y, size, left, right } of pieces) {
    const row = rows[rows.length - 1];
    if (row?.angle === angle && Math.abs(row.y - y) < LEVEL * size) {
      row.left = Math.min(row.left, left);
      row.right = Math.max(row.right, right);
    } else rows.push({ angle, y, size, left, right });
  }
  return rows;
}

function isTorn(pieces: readonly Stretch[]): boolean {
  let pairs = 0;
  let torn = 0;
  let typed = 0;
  let labels = 0;
  let labelled = 0;
  for (const row of rowsOf(pieces)) {
    const isTypedRow = row.some(({ text }) => isTyped(text));
    row.forEach((drawn, index) => {
      const before = row[index - 1];
      if (!before || before.isProse || drawn.isProse) return;
      const hasLabel = LABEL_END.test(before.text);
      pairs += 1;
      if (hasLabel) labelled += 1;
      if (drawn.at === before.at + 1 || isCellBetween(pieces, before, drawn)) return;
      torn += 1;
      if (isTypedRow) typed += 1;
      if (hasLabel) labels += 1;
    });
  }
  if (labels >= FEWEST_LABELS && labels >= LABEL_SHARE * labelled && torn >= LEAST_SHARE * pairs) return true;
  if (torn < FEWEST_TORN || torn < TORN_SHARE * pairs) return false;
  return labels >= FEWEST_LABELS || (typed >= FEWEST_TYPED && typed >= TYPED_SHARE * torn);
}

/** Maximum number of lines of a cell between two other cells. */
const TALLEST_CELL = 6;

/**
 * Examines the pieces that come between two neighbours in the drawing order. Returns true when they are the
 * lines of one cell, and this cell is between the neighbours on the page.
 */
function isCellBetween(pieces: readonly Stretch[], before: Drawn, after: Drawn): boolean {
  const between = pieces.slice(before.at + 1, after.at);
  const { y, size } = after.piece;
  return (
    between.length > 0 &&
    between.length <= TALLEST_CELL &&
    between.every(({ left, right }) => left >= before.piece.right && right <= after.piece.left) &&
    Math.abs(between.reduce((sum, piece) => sum + piece.y, 0) / between.length - y) < LEVEL * size
  );
}

/** Returns the pieces of each line from left to right. */
function rowsOf(pieces: readonly Stretch[]): Drawn[][] {
  const main = pieces[0]?.angle;
  const drawn = pieces.map((piece, at) => ({
    piece,
    at,
    text: piece.boxes
      .map(({ text }) => text)
      .join('')
      .trim(),
    isProse: isProse(pieces, at),
  }));
  const rows: Drawn[][] = [];
  for (const next of drawn
    .filter(({ piece }) => piece.angle === main)
    .sort((a, b) => b.piece.y - a.piece.y)) {
    const row = rows[rows.length - 1];
    const first = row?.[0]?.piece;
    if (row && first && first.y - next.piece.y < LEVEL * Math.min(first.size, next.piece.size))
      row.push(next);
    else rows.push([next]);
  }
  return rows.map((row) => row.sort((a, b) => a.piece.left - b.piece.left));
}

/**
 * Returns true for a long line that is drawn right after the line above it or right before the line below it,
 * and for an item of a list.
 */
function isProse(pieces: readonly Stretch[], at: number): boolean {
  const piece = pieces[at];
  if (!piece) return false;
  if (hasBullet(piece.boxes[0]?.text ?? '')) return true;
  if (piece.right - piece.left < PROSE_WIDTH * piece.size) return false;
  return [pieces[at - 1], pieces[at + 1]].some((other) => {
    if (!other || other.angle !== piece.angle || Math.abs(other.left - piece.left) > 3 * piece.size)
      return false;
    const distance = Math.abs(other.y - piece.y) / piece.size;
    return distance > LEVEL && distance < PROSE_DISTANCE;
  });
}

const LABEL_END = /[:：]$/;

/** Returns true for a number, an amount, a date or a document number. */
function isTyped(text: string): boolean {
  return (
    /^[€$£¥￥#(−-]*\s?[\d.,/%:\s()年月日-]*\d[\d.,/%:\s()年月日€$£¥-]*$/.test(text) ||
    /^(?=.*\d)[A-Z\d/.-]{4,}$/.test(text)
  );
}
