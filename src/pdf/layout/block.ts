import { cellRuns } from './cell-run';
import { appendLine } from './line-join';
import { columnMargins, type Leading, type Margins, usualLeading } from './margins';
import type { Line } from './line';
import { isMarkerOnly, isNumberedHeading } from './marker';
import { continuesParagraph } from './paragraph-break';
import { putIn, type Span } from './sourced-text';

/** A paragraph as it stands on the page: one cell, or the cells of a table row, each of one or more lines. */
export interface Block {
  readonly cells: readonly Cell[];
  /**
   * Of a table's row: how many tabs stand before each cell; more than one where cells before it are empty.
   */
  readonly tabs?: readonly number[];
}

/** A paragraph, or one cell of a row: never without a line. */
export interface Cell {
  readonly first: Line;
  readonly lines: readonly Line[];
  /** The edges of the column that its first and its last line stand in. */
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

/** Cells higher than this many lines are columns of text, which only look like a row. */
const TALLEST_CELL = 8;
/** A first cell of several lines that is wider than this many font sizes is a column of text ... */
const WIDEST_FIRST_CELL = 20;
/** ... unless what stands beside it is as narrow as a number. */
const NUMBER_WIDTH = 6;
/** How far from level still is level, as a share of the font size. */
const LEVEL = 0.35;
/** Cells of one row may be set at its top, middle or bottom. */
const LEVEL_IN_ROW = 0.7;

/** Groups lines, in the order they come, into paragraphs and rows. */
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
    if (open && cell && standsInRow(open, added)) placeInRow(open, added);
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

/** In a row, a line that starts before its last cell does is not part of that cell. */
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
 * Level with the row's last cell and beside it; where it is not to the right, level with a row of single
 * lines.
 */
function standsInRow({ cells }: OpenBlock, added: OpenCell): boolean {
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

/**
 * Cells drawn in another order than they are read in are put where they stand, unless they read from the
 * right.
 */
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
 * The text of a block: the lines of a cell joined, cells apart by tabs, a list marker before its item by a
 * space.
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

/** A bullet or number at a tab's distance before its item or heading. */
export function startsWithMarkerCell({ cells }: Block): boolean {
  const [marker, item] = cells;
  if (!item || marker?.lines.length !== 1) return false;
  return (
    isMarkerOnly(marker.first.text) ||
    (cells.length === 2 && isNumberedHeading(marker.first.text, item.first.text))
  );
}
