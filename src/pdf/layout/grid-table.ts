import { type Filled, FIGURE, subRows } from './band-rows';
import { joinedBlanks } from './blank';
import type { Block, Cell } from './block';
import { blocksOf } from './block';
import { withEmptyCells } from './empty-cell';
import type { FilledGrid } from './fill-grid';
import { inRows, LEVEL } from './in-rows';
import { type Line, lineOf, stretchesOf } from './line';
import { hasBullet } from './marker';
import { readsFromRight } from './right-to-left';
import { endsSentence } from './script';
import type { Grid, GridCell } from './ruling';
import type { TextBox } from './text-box';
import { uprightWords } from './upright-word';
import { withWrappedCells } from './wrapped-row';

/** Maximum number of lines of a table cell. A cell with more lines is ordinary text in a frame. */
const TALLEST_CELL = 10;
/**
 * Maximum number of UTF-16 units of a table cell that is alone in its row. A longer cell is ordinary text in
 * a frame.
 */
const LONGEST_ALONE = 120;

/** Returns the blocks of a ruled table: rows, and the paragraphs in large cells. */
export function gridBlocks(table: FilledGrid, page: number): Block[] {
  const { grid, boxes } = isDrawnFromRight([...table.boxes.values()].flat()) ? mirrored(table) : table;
  const filled = [...boxes].flatMap(([cell, own]): Filled[] => {
    const { words, others } = uprightWords(own);
    const parts = [...words, others].filter((part) => part.length > 0);
    return parts.map((part) => ({ cell, lines: linesOf(part, page) }));
  });
  const isRegular = countRegular(grid) >= 0.4 * (grid.ys.length - 1);
  const blocks: Block[] = [];
  for (let row = 0; row < grid.ys.length - 1; row += 1) {
    const band = filled
      .filter(({ cell, lines }) => cell.row === row && lines.length > 0)
      .sort((a, b) => a.cell.column - b.cell.column || leftOf(a) - leftOf(b));
    if (band.length > 0) blocks.push(...bandBlocks(grid, band, row, isRegular));
  }
  return blocks;
}

/** Returns true when the cells are read from the right and were also drawn from the right. */
function isDrawnFromRight(boxes: readonly TextBox[]): boolean {
  if (!readsFromRight(boxes)) return false;
  let balance = 0;
  const drawn = [...boxes].sort((a, b) => a.item - b.item);
  drawn.forEach((box, index) => {
    const before = drawn[index - 1];
    if (before && Math.abs(before.y - box.y) < LEVEL * box.size) balance += box.x > before.x ? 1 : -1;
  });
  return balance < 0;
}

/** Mirrors a table, so that the rightmost column becomes the first one. */
function mirrored({ grid: { xs, ys, cells, cellAt }, boxes }: FilledGrid): FilledGrid {
  const turned = cells.map((cell) => ({ ...cell, column: xs.length - 1 - cell.column - cell.columns }));
  const inTurned = new Map<GridCell, readonly TextBox[]>();
  turned.forEach((cell, index) => {
    const original = cells[index];
    const own = original && boxes.get(original);
    if (own) inTurned.set(cell, own);
  });
  return {
    grid: { xs, ys, cells: turned, cellAt: cellAt.map((row) => [...row].reverse()) },
    boxes: inTurned,
  };
}

function leftOf({ lines }: Filled): number {
  return Math.min(...lines.map(({ left }) => left));
}

function linesOf(boxes: readonly TextBox[], page: number): Line[] {
  const stretches = joinedBlanks(stretchesOf(inRows(boxes)));
  return stretches.map((stretch) => lineOf(stretch, page)).filter(({ text }) => text !== '');
}

/** Counts the rows in which no cell spans several columns. */
function countRegular({ xs, cells, cellAt }: Grid): number {
  return cellAt.filter(
    (row) => new Set(row).size === xs.length - 1 && row.every((at) => cells[at]?.columns === 1),
  ).length;
}

function bandBlocks(grid: Grid, band: readonly Filled[], row: number, isRegular: boolean): Block[] {
  const [only] = band;
  if (band.length === 1 && only && isText(only))
    return withEmptyCells(withWrappedCells(blocksOf(only.lines)));
  const tabs = tabsBefore(grid, row, isRegular);
  const parts = subRows(band);
  if (parts) return parts.map((part) => rowBlock(part, tabs));
  if (band.some(isTall) || band.some(isList)) return band.flatMap(({ lines }) => cellBlocks(lines));
  return [rowBlock(band, tabs)];
}

/**
 * If all text of a cell is on one line, returns the pieces of this line as separate cells (such as a label
 * and a value that are far apart). Otherwise returns one cell.
 */
function piecesOf(lines: readonly Line[]): Cell[] {
  const [first] = lines;
  const isOneLine = first !== undefined && lines.every(({ y }) => Math.abs(y - first.y) < LEVEL * first.size);
  return isOneLine && lines.length > 1 ? lines.map((line) => cellOf([line])) : [cellOf(lines)];
}

function isText({ lines }: Filled): boolean {
  return lines.length > TALLEST_CELL || lines.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_ALONE;
}

/**
 * Minimum distance between two paragraphs in a cell, in font sizes. In the tables of some programs, all lines
 * have this distance. So `isList` requires a further sign of a new paragraph.
 */
const APART = 1.9;
/**
 * Minimum distance between two paragraphs, as a multiple of the smallest distance between lines of the cell.
 */
const MORE_THAN_USUAL = 1.3;
/** At this distance, in font sizes, no further sign is required. */
const FAR_APART = 2.3;
const LABEL = /^[^:：，。；\t]{1,24}[:：](?!\/\/)/;

function isTall({ lines }: Filled): boolean {
  return lines.length > TALLEST_CELL && !isUpright(lines);
}

/**
 * Returns true for a cell with several labels, list items or paragraphs. Such a cell is ordinary text, even
 * if it has neighbours in its row.
 */
function isList({ lines }: Filled): boolean {
  if (isUpright(lines)) return false;
  const own = lines.filter(({ text }) => LABEL.test(text) || hasBullet(text));
  if (own.length > 1 && new Set(own.map(({ y }) => Math.round(y))).size > 1) return true;
  const distances = lines.slice(1).map((line, index) => ((lines[index]?.y ?? 0) - line.y) / line.size);
  const usual = Math.min(...distances.filter((distance) => distance > LEVEL));
  const isApart = distances.some((distance, index) => {
    const isEnd = distances.length === 1 && endsSentence(lines[index]?.text ?? '');
    return distance > APART && (isEnd || distance > FAR_APART || distance > MORE_THAN_USUAL * usual);
  });
  return isApart && !lines.every(({ text }) => FIGURE.test(text));
}

/** Returns true for a word that is written downwards, with one character per line. */
function isUpright(lines: readonly Line[]): boolean {
  return lines.length > 1 && lines.every(({ text }) => [...text].length === 1);
}

/** Returns the blocks of the text in a cell. An upright word stays one cell. */
function cellBlocks(lines: readonly Line[]): Block[] {
  return isUpright(lines) ? [{ cells: [cellOf(lines)] }] : blocksOf(lines);
}

/** Returns for each column the number of tabs between the beginning of the row and the column. */
function tabsBefore({ xs, cellAt }: Grid, row: number, isRegular: boolean): number[] {
  const tabs: number[] = [];
  let count = 0;
  for (let column = 0; column < xs.length - 1; column += 1) {
    if (column > 0 && (isRegular || cellAt[row]?.[column] !== cellAt[row]?.[column - 1])) count += 1;
    tabs.push(count);
  }
  return tabs;
}

function rowBlock(band: readonly Filled[], tabs: readonly number[]): Block {
  let reached = 0;
  const cells: Cell[] = [];
  const before: number[] = [];
  for (const { cell, lines } of band) {
    // An upright word and the other text of a cell become separate cells, with one tab between them.
    const count =
      cells.length > 0 && tabs[cell.column] === reached ? 1 : (tabs[cell.column] ?? reached) - reached;
    reached = Math.max(reached, tabs[cell.column] ?? reached);
    piecesOf(lines).forEach((piece, index) => {
      cells.push(piece);
      before.push(index === 0 ? count : 1);
    });
  }
  return { cells, tabs: before };
}

function cellOf(lines: readonly Line[]): Cell {
  const [first] = lines;
  const last = lines[lines.length - 1];
  if (!first || !last) throw new RangeError('The cell has no lines.');
  return { first, lines, firstMargins: first, lastMargins: last };
}
