import type { Stretch } from './line';
import { hasBullet } from './marker';

/** A piece of a line and when it was drawn, counted in pieces. */
interface Drawn {
  readonly piece: Stretch;
  readonly at: number;
  readonly text: string;
  readonly isProse: boolean;
}

/** Fewer torn pairs than this may be chance, and so may be less than this share of a page's pairs. */
const FEWEST_TORN = 3;
const TORN_SHARE = 0.4;
/**
 * So many torn pairs are a label and its value, or so many and this share stand in a line with figures or
 * dates.
 */
const FEWEST_LABELS = 2;
const FEWEST_TYPED = 4;
const TYPED_SHARE = 0.3;
/** A page that has more of its characters in running text flows. */
const PROSE_SHARE = 0.5;
/** Pieces shorter than this on average are formulas, or letters placed one by one. */
const FEWEST_CHARACTERS = 2.5;
/** A page drawn from the bottom up goes up at least so often, and more often than down. */
const FEWEST_UP = 4;
/** Lines that are further apart than this, in font sizes, do not follow each other. */
const FARTHEST_ROW = 6;
/** Lines of running text are at least this many font sizes long, and this near to the next one. */
const PROSE_WIDTH = 14;
const PROSE_DISTANCE = 2.2;
const LEVEL = 0.45;

/**
 * Whether the order in which a page is drawn is no reading order: neighbours on a line were drawn far apart
 * from each other, as when values are filled over a template, or the page was drawn from the bottom up.
 * Columns of running text stand side by side too, and are drawn one after the other; they do not count.
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

/** Pieces of one line that are drawn one after the other, as one. */
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
  for (const row of rowsOf(pieces)) {
    const isTypedRow = row.some(({ text }) => isTyped(text));
    row.forEach((drawn, index) => {
      const before = row[index - 1];
      if (!before || before.isProse || drawn.isProse) return;
      pairs += 1;
      if (drawn.at === before.at + 1) return;
      torn += 1;
      if (isTypedRow) typed += 1;
      if (LABEL_END.test(before.text)) labels += 1;
    });
  }
  if (torn < FEWEST_TORN || torn < TORN_SHARE * pairs) return false;
  return labels >= FEWEST_LABELS || (typed >= FEWEST_TYPED && typed >= TYPED_SHARE * torn);
}

/** The pieces of each line from left to right, whenever they were drawn. */
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
 * A line of running text: long, and drawn right before or after another one above or below it. Items of
 * lists too.
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

/** A figure, an amount, a date or a number of a document. */
function isTyped(text: string): boolean {
  return (
    /^[€$£¥￥#(−-]*\s?[\d.,/%:\s()年月日-]*\d[\d.,/%:\s()年月日€$£¥-]*$/.test(text) ||
    /^(?=.*\d)[A-Z\d/.-]{4,}$/.test(text)
  );
}
