import type { Line } from './line';

type Placed = Pick<Line, 'left' | 'right' | 'y' | 'size' | 'angle'>;

interface Row {
  /** The index of the first line (cell) of the row. */
  readonly start: number;
  /** The index after the last line of the row. */
  readonly end: number;
  readonly y: number;
}

/** A cell that is not drawn together with the other cells of its row. */
interface LateCell {
  readonly index: number;
  readonly row: Row;
  /** Height above the baseline of the row, in points. */
  readonly above: number;
}

interface LateColumn {
  left: number;
  right: number;
  readonly cells: LateCell[];
}

/** Minimum number of cells of a row to which late cells can be added. */
const CELLS_OF_ROW = 4;
/** Minimum number of late cells in a column. */
const CELLS_OF_COLUMN = 3;
/**
 * Maximum difference between the baselines of two cells in one row, as a share of the font size. It is large,
 * because cells may be aligned at the top, middle or bottom of a row.
 */
const LEVEL_IN_ROW = 0.7;
/** Maximum difference between the baselines of a late cell and of its row, as a share of the font size. */
const LEVEL = 0.35;
/**
 * The late cells of a column are at about the same height above their rows. This is the maximum difference of
 * these heights, as a share of the font size.
 */
const ALIKE = 0.15;
/** Minimum distance between rows, in font sizes. It is larger than the distance between lines of text. */
const ROW_PITCH = 1.6;
/** A late cell is compared with at most this number of columns, the newest ones. This limits the work. */
const COLUMNS_LOOKED_AT = 8;

/**
 * Moves a cell to its row if the cell was not drawn together with the row. Some producers draw one column of
 * a table before or after all rows. All other lines keep their order.
 */
export function withLateCells<L extends Placed>(lines: readonly L[]): L[] {
  const rows = rowsOf(lines);
  if (rows.length < CELLS_OF_COLUMN) return [...lines];
  const rowOf = new Map<number, number>();
  for (const { cells } of lateColumns(lines, rows))
    for (const { index, row } of cells) rowOf.set(index, row.end - 1);
  if (rowOf.size === 0) return [...lines];
  const lateAfter = new Map<number, L[]>();
  lines.forEach((line, index) => {
    const row = rowOf.get(index);
    if (row !== undefined) lateAfter.set(row, [...(lateAfter.get(row) ?? []), line]);
  });
  return lines.flatMap((line, index) => (rowOf.has(index) ? [] : [line, ...(lateAfter.get(index) ?? [])]));
}

function rowsOf(lines: readonly Placed[]): Row[] {
  const rows: Row[] = [];
  let start = 0;
  while (start < lines.length) {
    const first = lines[start];
    let end = start + 1;
    while (first && isNextCell(first, lines[end - 1], lines[end])) end += 1;
    if (first && end - start >= CELLS_OF_ROW) rows.push({ start, end, y: first.y });
    start = end;
  }
  return rows;
}

function isNextCell(first: Placed, last: Placed | undefined, next: Placed | undefined): boolean {
  if (!last || !next || next.angle !== first.angle) return false;
  return next.left > last.right && Math.abs(next.y - first.y) < LEVEL_IN_ROW * first.size;
}

function lateColumns(lines: readonly Placed[], rows: readonly Row[]): LateColumn[] {
  const inRow = new Set(
    rows.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset)),
  );
  const sorted = [...rows].sort((a, b) => a.y - b.y);
  const columns: LateColumn[] = [];
  lines.forEach((line, index) => {
    if (inRow.has(index)) return;
    const row = nearestRow(sorted, line.y);
    if (!row || !isLevelBeside(lines.slice(row.start, row.end), line, row)) return;
    const cell = { index, row, above: line.y - row.y };
    const column = columns.slice(-COLUMNS_LOOKED_AT).find((other) => belongsTo(other, line, cell));
    if (column) {
      column.cells.push(cell);
      column.left = Math.min(column.left, line.left);
      column.right = Math.max(column.right, line.right);
    } else columns.push({ left: line.left, right: line.right, cells: [cell] });
  });
  return columns.filter(({ cells }) => cells.length >= CELLS_OF_COLUMN && areApart(cells, lines));
}

/** `rows` are ordered from the bottom to the top of the page. */
function nearestRow(rows: readonly Row[], y: number): Row | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.y ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  const above = rows[low];
  const below = rows[low - 1];
  return above && below ? (above.y - y < y - below.y ? above : below) : (above ?? below);
}

function isLevelBeside(cells: readonly Placed[], line: Placed, row: Row): boolean {
  const isLevel = Math.abs(line.y - row.y) < LEVEL * line.size;
  return (
    isLevel &&
    cells.every((cell) => cell.angle === line.angle && (line.left > cell.right || line.right < cell.left))
  );
}

function belongsTo(column: LateColumn, line: Placed, cell: LateCell): boolean {
  const [first] = column.cells;
  const overlaps = line.left < column.right && line.right > column.left;
  if (!first || !overlaps || Math.abs(first.above - cell.above) > ALIKE * line.size) return false;
  return column.cells[column.cells.length - 1]?.row !== cell.row;
}

function areApart(cells: readonly LateCell[], lines: readonly Placed[]): boolean {
  const ys = cells.map(({ row }) => row.y).sort((a, b) => a - b);
  const size = Math.max(...cells.map(({ index }) => lines[index]?.size ?? 0));
  return ys.every((y, index) => index === 0 || y - (ys[index - 1] ?? 0) > ROW_PITCH * size);
}
