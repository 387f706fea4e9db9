import { cellRuns } from './cell-run';
import { appendLine } from './line-join';
import { columnMargins, type Leading, type Margins, usualLeading } from './margins';
import type { Line } from './line';
import { isMarkerOnly, isNumberedHeading } from './marker';
import { continuesParagraph } from './paragraph-break';
import { putIn, type Span } from './sourced-text';

/** A paragraph (one cell with its lines), or a table row with several cells. */
export interface Block {
  readonly cells: readonly Cell[];
  /** For a table row, the number of tabs before each cell. It is more than one after an empty cell. */
  readonly tabs?: readonly number[];
}

/** A paragraph, or one cell of a row. It has at least one line. */
export interface Cell {
  readonly first: Line;
  readonly lines: readonly Line[];
  /** The edges of the text column at the first line, and at the last line. */
  readonly firstMargins: Margins;
  readonly lastMargins: Margins;
}

interface OpenCell extends Cell {
  lines: Line[];
  last: Line;
  lastMargins: Margins;
}
interface OpenBlock extends Block {
  readonly cells: OpenCell[];
}

/** Maximum number of lines of a cell in a row. A text with more lines is a text column. */
const TALLEST_CELL = 8;
/**
 * Maximum width, in font sizes, of a first cell with several lines. A wider text is a text column,
 * unless the text beside it is as narrow as a number.
 */
const WIDEST_FIRST_CELL = 20;
/** Maximum width of a number, in font sizes. */
const NUMBER_WIDTH = 6;
/** Maximum distance between the baselines of two lines on one level, as a share of the font size. */
const LEVEL = 0.35;
/**
 * The limit that replaces `LEVEL` in a row with several cells. It is higher, because the cells may be aligned
 * at the top, middle or bottom of the row.
 */
const LEVEL_IN_ROW = 0.7;

/** Groups lines into paragraphs and rows, in the given order. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const margins = columnMargins(lines);
  const leading = usualLeading(lines);
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  let index = 0;
  for (const run of cellRuns(lines)) {
    const [first] = run;
    if (!first) continue;
    const firstMargins = margins[index] ?? first;
    index += run.length;
    const added = {
      first,
      lines: run,
      last: run[run.length - 1] ?? first,
      firstMargins,
      lastMargins: margins[index - 1] ?? first,
    };
    const cell = open?.cells[open.cells.length - 1];
    if (open && cell && belongsToRow(open, added)) placeInRow(open, added);
    else if (
      open &&
      cell &&
      !leavesCell(open, first) &&
      continuesCell(cell, first, lines[index], firstMargins, leading)
    ) {
      cell.lines.push(...run);
      cell.last = added.last;
      cell.lastMargins = added.lastMargins;
    } else {
      open = { cells: [added] };
      blocks.push(open);
    }
  }
  return blocks;
}

/** Returns true for a line that starts too far to the left to be part of the last cell of a row. */
function leavesCell({ cells }: OpenBlock, below: Line): boolean {
  const last = cells[cells.length - 1];
  return (
    cells.length > 1 &&
    last !== undefined &&
    below.left < leftOf(last) - 1.5 * below.size &&
    below.right > leftOf(last)
  );
}

function continuesCell(
  cell: OpenCell,
  below: Line,
  next: Line | undefined,
  belowMargins: Margins,
  leading: Leading,
): boolean {
  const { lines, last, lastMargins } = cell;
  return continuesParagraph({
    paragraph: lines,
    above: last,
    below,
    next,
    aboveMargins: lastMargins,
    belowMargins,
    leading: leading(below.size),
  });
}

/**
 * Returns true when the added cell belongs to the row. It must be to the right of the row's last cell at
 * about the same height, or it must be a single line that is exactly level with another cell and overlaps no
 * cell.
 */
function belongsToRow({ cells }: OpenBlock, added: OpenCell): boolean {
  const last = cells[cells.length - 1];
  if (last?.first.angle !== added.first.angle || last.lines.length > TALLEST_CELL) return false;
  const tolerance = (cells.length > 1 ? LEVEL_IN_ROW : LEVEL) * Math.max(last.first.size, added.first.size);
  const level = added.last.y < last.first.y + tolerance && added.first.y > last.last.y - tolerance;
  if (!level) return false;
  const size = added.first.size;
  const isWide = last.lines.length > 1 && rightOf(last) - leftOf(last) > WIDEST_FIRST_CELL * size;
  if (cells.length === 1 && isWide && rightOf(added) - leftOf(added) > NUMBER_WIDTH * size) return false;
  if (leftOf(added) > rightOf(last) - 0.3 * size) return leftOf(last) < leftOf(added);
  const strictly =
    added.lines.length === 1 && cells.some(({ first }) => Math.abs(added.first.y - first.y) < 0.1 * size);
  return strictly && cells.every((cell) => rightOf(added) < leftOf(cell) || leftOf(added) > rightOf(cell));
}

/** Keeps the cells of the row ordered from left to right. In right-to-left text, keeps the drawing order. */
function placeInRow({ cells }: OpenBlock, added: OpenCell): void {
  const next = added.first.rightToLeft ? -1 : cells.findIndex((cell) => leftOf(cell) > leftOf(added));
  if (next < 0) cells.push(added);
  else cells.splice(next, 0, added);
}

function leftOf({ lines }: Cell): number {
  return Math.min(...lines.map((line) => line.left));
}

function rightOf({ lines }: Cell): number {
  return Math.max(...lines.map((line) => line.right));
}

/**
 * Returns the text of a block. The lines of a cell are joined, and tabs separate cells. A list marker is
 * separated from its item by a space.
 */
export function blockSpans(block: Block): Span[] {
  const spans: Span[] = [];
  block.cells.forEach((cell, index) => {
    const between = block.tabs ? '\t'.repeat(block.tabs[index] ?? 1) : separator(block, index);
    if (between !== '') spans.push(putIn(between));
    const text = [...cell.first.spans];
    for (const line of cell.lines.slice(1)) appendLine(text, line.spans);
    for (const span of text) spans.push(span);
  });
  return spans;
}

function separator(block: Block, index: number): string {
  if (index === 0) return '';
  return index === 1 && startsWithMarkerCell(block) ? ' ' : '\t';
}

/** Returns true when the first cell is a bullet or number before its item or heading. */
export function startsWithMarkerCell({ cells }: Block): boolean {
  const [marker, item] = cells;
  if (!item || marker?.lines.length !== 1) return false;
  return (
    isMarkerOnly(marker.first.text) ||
    (cells.length === 2 && isNumberedHeading(marker.first.text, item.first.text))
  );
}
