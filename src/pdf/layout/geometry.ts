import { joinedBlanks } from './blank';
import { inRows } from './in-rows';
import { stretchesOf, type Stretch } from './line';
import type { TextBox } from './text-box';

/** The pieces of one line, from left to right. */
type Row = readonly Stretch[];

const LABEL = /^[^:：，。；\t]{1,24}[:：](?!\/\/)/;
/** Minimum width of the white strip between two blocks, in font sizes. */
const STRIP = 1.5;
/** Minimum number of rows of two blocks side by side. */
const FEWEST_ROWS = 3;
/** Minimum length of a line of running text, in font sizes. */
const LONG = 14;
/** If less than this share of the rows has text on both sides of the strip, the sides are separate blocks. */
const LEVEL_SHARE = 0.5;

/**
 * Orders boxes by their places, for a page that has no reading order: rows from top to bottom, each from left
 * to right. Two blocks side by side are put one after the other if both are running text, if both are lists
 * of labels with values, or if few lines of the left block are at the same height as a line of the right one.
 */
export function byGeometry(boxes: readonly TextBox[]): TextBox[] {
  const rows = rowsOf(boxes);
  const out: Stretch[] = [];
  for (let at = 0; at < rows.length;) {
    const zone = zoneFrom(rows, at);
    if (!zone) {
      out.push(...(rows[at] ?? []));
      at += 1;
      continue;
    }
    const own = rows.slice(at, zone.end);
    for (const isLeft of [true, false]) {
      for (const row of own) out.push(...row.filter((piece) => piece.left < zone.strip === isLeft));
    }
    at = zone.end;
  }
  return out.flatMap((piece) => piece.boxes);
}

function rowsOf(boxes: readonly TextBox[]): Row[] {
  const rows: Stretch[][] = [];
  // The pieces of a sentence with blanks to fill in are joined first, so that no strip divides the sentence.
  for (const piece of joinedBlanks(stretchesOf(inRows(boxes)))) {
    const row = rows[rows.length - 1];
    const last = row?.[row.length - 1];
    if (
      row &&
      last &&
      piece.left > last.left &&
      Math.abs(piece.y - last.y) < 0.5 * Math.min(piece.size, last.size)
    )
      row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/**
 * Finds the rows, from `start` on, that a white strip divides into two blocks. Returns the end of these rows
 * and the x position of the strip, or undefined.
 */
function zoneFrom(
  rows: readonly Row[],
  start: number,
): { readonly end: number; readonly strip: number } | undefined {
  const first = rows[start] ?? [];
  if (isTableRow(first)) return undefined;
  for (let index = 1; index < first.length; index += 1) {
    const [left, right] = [first[index - 1], first[index]];
    if (!left || !right) continue;
    let [from, to] = [left.right, right.left];
    let end = start + 1;
    for (; end < rows.length; end += 1) {
      const narrowed = (rows[end] ?? []).reduce<readonly [number, number]>(
        ([low, high], piece) =>
          piece.left < (from + to) / 2
            ? [Math.max(low, piece.right), high]
            : [low, Math.min(high, piece.left)],
        [from, to],
      );
      if (narrowed[1] - narrowed[0] < STRIP * right.size || isTableRow(rows[end] ?? [])) break;
      [from, to] = narrowed;
    }
    // If a table follows, the last rows with more than two pieces are its headings. They are not in the
    // blocks.
    if (isTableRow(rows[end] ?? [])) while (end > start && (rows[end - 1]?.length ?? 0) > 2) end -= 1;
    const strip = (from + to) / 2;
    if (end - start >= FEWEST_ROWS && areBlocks(rows.slice(start, end), strip)) return { end, strip };
  }
  return undefined;
}

const FIGURE = /^[-\u2212(]?[€$£¥￥]?\s?\d[\d.,\s]*[%％)]?$/;

function isTableRow(row: Row): boolean {
  return row.length > 2 && row.some((piece) => FIGURE.test(textOf(piece)));
}

function areBlocks(rows: readonly Row[], strip: number): boolean {
  const sides = [true, false].map((isLeft) =>
    rows.map((row) => row.filter((piece) => piece.left < strip === isLeft)).filter((row) => row.length > 0),
  );
  const [left = [], right = []] = sides;
  if (left.length < 2 || right.length < 2) return false;
  const isLong = (side: readonly Row[]): boolean =>
    2 * side.filter(([first]) => first && first.right - first.left > LONG * first.size).length > side.length;
  if (isLong(left) && isLong(right)) return true;
  const labels = (side: readonly Row[]): number => side.filter(([first]) => LABEL.test(textOf(first))).length;
  if (labels(left) > 1 && labels(right) > 1) return true;
  return left.length + right.length - rows.length < LEVEL_SHARE * rows.length;
}

function textOf(piece: Stretch | undefined): string {
  return (piece?.boxes ?? [])
    .map(({ text }) => text)
    .join('')
    .trim();
}
