import type { Block, Cell } from './block';

/** The edges of a column of a table. */
interface Column {
  readonly left: number;
  readonly right: number;
}

/** Minimum number of rows and columns of a table whose columns can be found. */
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;
/** Maximum distance between the rows of a table, in font sizes. */
const FARTHEST = 4;

/**
 * Adds the empty cells to the rows of tables without drawn lines: in consecutive rows, cells below each other
 * are a column. The table ends at a row whose cells do not fit the columns of the row with the most cells.
 * Such rows are not changed.
 */
export function withEmptyCells(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    let end = at;
    while (isNextRow(blocks[end - 1], blocks[end], end === at)) end += 1;
    out.push(...aligned(blocks.slice(at, Math.max(end, at + 1))));
    at = Math.max(end, at + 1);
  }
  return out;
}

function isNextRow(above: Block | undefined, below: Block | undefined, isFirst: boolean): boolean {
  if (!below || below.cells.length < 2 || below.tabs) return false;
  if (isFirst || !above) return true;
  const [last, next] = [above.cells[0]?.first, below.cells[0]?.first];
  if (!last || !next || last.angle !== next.angle || next.rightToLeft) return false;
  return last.y - next.y > 0 && last.y - next.y < FARTHEST * next.size;
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
  const table = places.slice(from, to);
  const areFull = table.every((own) => own?.every((place, cell) => place === cell));
  if (areFull || table.length < FEWEST_ROWS) return rows;
  return rows.map((row, index) => {
    const own = index < from || index >= to ? undefined : places[index];
    if (!own) return row;
    return { ...row, tabs: own.map((place, cell) => place - (cell === 0 ? 0 : (own[cell - 1] ?? 0))) };
  });
}

/** Returns the columns of the rows with the most cells. Each column is as wide as its cells. */
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

/** Returns the column of each cell; undefined when a cell is in none, or two cells are in the same. */
function placesIn(columns: readonly Column[], cells: readonly Cell[]): number[] | undefined {
  if (cells.length === columns.length) return cells.map((_, index) => index);
  const places: number[] = [];
  for (const cell of cells) {
    const { left, right } = extentOf(cell);
    const overlaps = columns.map((column) => Math.min(column.right, right) - Math.max(column.left, left));
    const best = overlaps.indexOf(Math.max(...overlaps));
    if ((overlaps[best] ?? 0) <= 0 || best <= (places[places.length - 1] ?? -1)) return undefined;
    places.push(best);
  }
  return places;
}
