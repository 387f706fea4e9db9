import type { Block, Cell } from './block';
import { hasLabel } from './own-line';

/** The edges of a column of a table. */
interface Column {
  readonly left: number;
  readonly right: number;
}

const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;
/** Maximum distance between the rows of a table, in font sizes. */
const FARTHEST = 4;
/** Maximum number of rows that are compared with each other, to limit the work. */
const MOST_ROWS = 200;

/**
 * Adds the empty cells to the rows of tables without drawn lines. The rows with the most cells show the
 * columns. A table ends at a row with a cell that fits no column.
 */
export function withEmptyCells(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    let end = at;
    while (end - at < MOST_ROWS && (isNextRow(blocks, end, end === at) || (end > at && isGroup(blocks, end))))
      end += 1;
    out.push(...aligned(blocks.slice(at, Math.max(end, at + 1))));
    at = Math.max(end, at + 1);
  }
  return out;
}

function isNextRow(blocks: readonly Block[], at: number, isFirst: boolean): boolean {
  const below = blocks[at];
  if (!below || below.cells.length < 2 || below.tabs || isLabelled(below)) return false;
  return isFirst || isCloseBelow(blocks[at - 1], below);
}

/** Returns true for the heading of a group of rows: one cell with one line of text, between two rows. */
function isGroup(blocks: readonly Block[], at: number): boolean {
  const [above, own] = [blocks[at - 1], blocks[at]];
  if (!own || own.cells.length !== 1 || own.tabs || own.cells[0]?.lines.length !== 1) return false;
  return isCloseBelow(above, own) && isNextRow(blocks, at + 1, false);
}

function isCloseBelow(above: Block | undefined, below: Block): boolean {
  const [first, next] = [above?.cells[0]?.first, below.cells[0]?.first];
  if (!above || !first || !next || first.angle !== next.angle || next.rightToLeft) return false;
  const bottom = Math.min(...above.cells.flatMap(({ lines }) => lines.map(({ y }) => y)));
  return first.y > next.y && bottom - next.y < FARTHEST * next.size;
}

/**
 * Returns true for a row of labels and values. Such a row may be above or below a table, but is not part of
 * the table.
 */
function isLabelled({ cells }: Block): boolean {
  const labels = 2 * cells.filter(({ first }) => hasLabel(first.text)).length;
  return labels > cells.length || (labels === cells.length && labels > 2);
}

function aligned(rows: readonly Block[]): readonly Block[] {
  if (rows.length < FEWEST_ROWS) return rows;
  const columns = columnsOf(rows);
  if (columns.length < FEWEST_COLUMNS) return rows;
  const places = rows.map(({ cells }) => placesIn(columns, cells));
  const fullest = rows.findIndex(({ cells }) => cells.length === columns.length);
  const from = places.lastIndexOf(undefined, fullest) + 1;
  const next = places.indexOf(undefined, fullest);
  const to = next < 0 ? rows.length : next;
  const table = rows.slice(from, to).map((row, index) => withTabs(row, places[from + index] ?? []));
  const isTable = table.length >= FEWEST_ROWS && places.slice(from, to).some(hasEmpty);
  return [...aligned(rows.slice(0, from)), ...(isTable ? table : rows.slice(from, to)), ...restOf(rows, to)];
}

function restOf(rows: readonly Block[], from: number): readonly Block[] {
  return from >= rows.length ? [] : aligned(rows.slice(from));
}

function hasEmpty(own: readonly number[] | undefined): boolean {
  return own !== undefined && own.length > 1 && own.some((place, cell) => place !== cell);
}

function withTabs(row: Block, own: readonly number[]): Block {
  if (own.length < 2) return row;
  return { ...row, tabs: own.map((place, cell) => place - (cell === 0 ? 0 : (own[cell - 1] ?? 0))) };
}

/**
 * Returns the columns of the rows with the most cells. Each column reaches from the leftmost to the rightmost
 * edge of its cells.
 */
function columnsOf(rows: readonly Block[]): readonly Column[] {
  const most = Math.max(...rows.map(({ cells }) => cells.length));
  const full = rows.filter(({ cells }) => cells.length === most);
  return Array.from({ length: most }, (_, index) => ({
    left: Math.min(...full.map(({ cells }) => extentOf(cells[index]).left)),
    right: Math.max(...full.map(({ cells }) => extentOf(cells[index]).right)),
  }));
}

function extentOf(cell: Cell | undefined): Column {
  const lines = cell?.lines ?? [];
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
}

/**
 * Returns the column of each cell; undefined when a cell is in no column, or when two cells are in the same
 * column.
 */
function placesIn(columns: readonly Column[], cells: readonly Cell[]): number[] | undefined {
  if (cells.length === columns.length) return cells.map((_, index) => index);
  const places: number[] = [];
  for (const cell of cells) {
    const best = placeIn(columns, extentOf(cell), cell.first.size);
    if (best === undefined || best <= (places[places.length - 1] ?? -1)) return undefined;
    places.push(best);
  }
  return places;
}

/** Maximum distance between two aligned edges, in font sizes. For two centres, it is half of this. */
const ALIGNED = 0.4;

/** Returns the column of a cell. A heading above several columns is in the first of them. */
function placeIn(columns: readonly Column[], cell: Column, size: number): number | undefined {
  const overlaps = columns.map(({ left, right }) => Math.min(right, cell.right) - Math.max(left, cell.left));
  const best = overlaps.indexOf(Math.max(...overlaps));
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < ALIGNED * size;
  const isCentred = (left: number, right: number): boolean => isNear(left + right, cell.left + cell.right);
  const own = columns[best];
  const isAligned =
    own !== undefined &&
    (isNear(own.left, cell.left) || isNear(own.right, cell.right) || isCentred(own.left, own.right));
  if ((overlaps[best] ?? 0) > 0 && isAligned) return best;
  for (let length = 1; length < columns.length; length += 1) {
    const first = columns.findIndex(({ left }, at) => {
      const right = columns[at + length]?.right ?? Number.NaN;
      return left < cell.left && cell.right < right && isCentred(left, right);
    });
    if (first >= 0) return first;
  }
  if ((overlaps[best] ?? 0) > 0) return best;
  // A heading above the gap between two columns is in the first of them.
  const before = columns.findIndex(
    ({ right }, at) => right <= cell.left && cell.right <= (columns[at + 1]?.left ?? Number.NaN),
  );
  return before < 0 ? undefined : before;
}
