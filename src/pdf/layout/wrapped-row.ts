import { FIGURE } from './band-rows';
import type { Block, Cell } from './block';
import type { Line } from './line';
import { hasLabel } from './own-line';
import { firstCharacter, isUnspaced } from './script';

/** Minimum number of cells of a row. A line with fewer cells can continue the cells of the row above. */
const FEWEST_CELLS = 3;
/** Maximum distance between the lines of a cell, as a share of the distance between the rows of its table. */
const CLOSER = 0.88;
/**
 * This limit replaces `CLOSER` if the last line of the cell is not full (see `SLACK`). In this case, the next
 * line must also begin or end where the cell does (within `SAME_EDGE` font sizes).
 */
const MUCH_CLOSER = 0.75;
const SAME_EDGE = 0.4;
/** Maximum distance between the lines of a cell, in font sizes. */
const WIDEST_LEADING = 1.9;
/** Maximum distance between the rows of a table, in font sizes. */
const FARTHEST = 5;
/**
 * A line is full if the room at its end is less than the width of the next word plus this number of font
 * sizes.
 */
const SLACK = 0.6;

/**
 * In tables that have no borders and are drawn line by line, adds the lines below a row to the cells that
 * they continue. A line that continues a cell is closer to the row than the rows are to each other.
 */
export function withWrappedCells(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let at = 0;
  while (at < blocks.length) {
    const end = tableEnd(blocks, at);
    out.push(...(end > at + 1 ? joinedRows(blocks.slice(at, end)) : blocks.slice(at, at + 1)));
    at = Math.max(end, at + 1);
  }
  return out;
}

/**
 * Returns the index after the last block of a table. A table consists of rows, and of lines that can continue
 * cells of a row.
 */
function tableEnd(blocks: readonly Block[], start: number): number {
  let row = blocks[start];
  if (!row || !isRow(row)) return start;
  let end = start + 1;
  for (let next = blocks[end]; next; next = blocks[end]) {
    const distance = distanceOf(blocks[end - 1], next);
    if (distance <= 0 || distance > FARTHEST || next.tabs) break;
    if (isRow(next)) row = next;
    else if (!columnsOf(row, next)) break;
    end += 1;
  }
  return end;
}

function isRow({ cells, tabs }: Block): boolean {
  return cells.length >= FEWEST_CELLS && tabs === undefined && cells[0]?.first.rightToLeft === false;
}

/** Returns the distance from the last line of a block to the first line of the next one, in font sizes. */
function distanceOf(above: Block | undefined, below: Block): number {
  const lines = above?.cells.flatMap((cell) => cell.lines) ?? [];
  const first = below.cells[0]?.first;
  if (!first || lines[0]?.angle !== first.angle) return Number.NaN;
  return (Math.min(...lines.map(({ y }) => y)) - first.y) / first.size;
}

/**
 * For each cell of `below`, returns the index of the cell above it in the row. Undefined when `below` does
 * not continue the row, for example because it has a number or a label.
 */
function columnsOf({ cells }: Block, below: Block): number[] | undefined {
  const places: number[] = [];
  if (below.cells.some(({ first }) => FIGURE.test(first.text) || hasLabel(first.text))) return undefined;
  for (const { lines } of below.cells) {
    const under = cells.flatMap((cell, index) => (lines.some((line) => overlaps(cell, line)) ? [index] : []));
    const [only] = under;
    if (under.length !== 1 || only === undefined || places.includes(only)) return undefined;
    places.push(only);
  }
  return places.length < cells.length ? places : undefined;
}

function overlaps(cell: Cell, { left, right }: Line): boolean {
  return Math.min(rightOf(cell), right) > Math.max(leftOf(cell), left);
}

/** Returns true when more than half of the width of `other` is in the column of `cell`. */
function isInColumnOf(cell: Cell, other: Cell): boolean {
  const common = Math.min(rightOf(cell), rightOf(other)) - Math.max(leftOf(cell), leftOf(other));
  return 2 * common > rightOf(other) - leftOf(other);
}

function leftOf({ lines }: Cell): number {
  return Math.min(...lines.map(({ left }) => left));
}

function rightOf({ lines }: Cell): number {
  return Math.max(...lines.map(({ right }) => right));
}

function joinedRows(blocks: readonly Block[]): readonly Block[] {
  const pitches = blocks.flatMap((block, index) =>
    index > 0 && isRow(block) ? [distanceOf(blocks[index - 1], block)] : [],
  );
  const pitch = Math.min(...pitches);
  const out: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const row = out[out.length - 1];
    const places = row && !isRow(block) ? columnsOf(row, block) : undefined;
    // A line in the first column below the row of headings is more often the name of a group than the rest of
    // a heading.
    const isGroup = out.length === 1 && places?.length === 1 && places[0] === 0;
    const isBetween = blocks.slice(index).some(isRow);
    const isNextLine = (place: number, at: number): boolean => {
      const [cell, below] = [row?.cells[place], block.cells[at]];
      if (isFull(cell, below, blocks)) return isClose(cell, below, CLOSER * pitch);
      return (isBetween || place > 0) && isFlush(cell, below) && isClose(cell, below, MUCH_CLOSER * pitch);
    };
    if (row && !isGroup && places?.every(isNextLine)) out[out.length - 1] = withLines(row, block, places);
    else out.push(block);
  }
  return out;
}

/** @param closest the maximum distance, in font sizes */
function isClose(cell: Cell | undefined, below: Cell | undefined, closest: number): boolean {
  const last = cell?.lines[cell.lines.length - 1];
  if (!last || !below) return false;
  const distance = (last.y - below.first.y) / below.first.size;
  return distance < Math.min(WIDEST_LEADING, closest);
}

/** Returns true for a line that begins or ends where the cell above does. */
function isFlush(cell: Cell | undefined, below: Cell | undefined): boolean {
  if (!cell || !below) return false;
  const slack = SAME_EDGE * below.first.size;
  return Math.abs(leftOf(cell) - leftOf(below)) < slack || Math.abs(rightOf(cell) - rightOf(below)) < slack;
}

/** Returns true when the last line of a cell has no room for the next word within the width of the column. */
function isFull(cell: Cell | undefined, below: Cell | undefined, blocks: readonly Block[]): boolean {
  const last = cell?.lines[cell.lines.length - 1];
  if (!cell || !last || !below) return false;
  const edge = Math.max(
    ...blocks.flatMap(({ cells }) => cells.filter((other) => isInColumnOf(cell, other)).map(rightOf)),
  );
  const { text, left, right, size } = below.first;
  const word = isUnspaced(firstCharacter(text)) ? text.slice(0, 2) : (/^\S+/.exec(text)?.[0] ?? '');
  const width = ((right - left) * word.length) / Math.max(1, text.length);
  return last.right + width + SLACK * size > edge;
}

function withLines(row: Block, below: Block, places: readonly number[]): Block {
  const cells = row.cells.map((cell, index) => {
    const added = below.cells[places.indexOf(index)];
    return added ? { ...cell, lines: [...cell.lines, ...added.lines], lastMargins: added.lastMargins } : cell;
  });
  return { ...row, cells };
}
