import type { Grid, GridCell } from './ruling';
import type { TextBox } from './text-box';

/** A ruled table with the text boxes of each cell. */
export interface FilledGrid {
  readonly grid: Grid;
  readonly boxes: ReadonlyMap<GridCell, readonly TextBox[]>;
}

/** Height of the middle of a text above its baseline, in font sizes. */
const MIDDLE = 0.3;

/** Divides the boxes of a page into the boxes in ruled tables and the other boxes, in the given order. */
export function fillGrids(
  boxes: readonly TextBox[],
  grids: readonly Grid[],
  angle: number,
): { filled: FilledGrid[]; others: TextBox[] } {
  const inGrid = grids.map(() => new Map<GridCell, TextBox[]>());
  const gridOf = boxes.map((box) =>
    box.angle === angle ? grids.findIndex((grid) => place(grid, box) !== undefined) : -1,
  );
  boxes.forEach((box, index) => {
    const at = gridOf[index] ?? -1;
    const cell = grids[at] && place(grids[at], box);
    if (!cell) return;
    const known = inGrid[at]?.get(cell);
    if (known) known.push(box);
    else inGrid[at]?.set(cell, [box]);
  });
  const isTable = grids.map((grid, at) => looksLikeTable(grid, inGrid[at] ?? new Map<GridCell, TextBox[]>()));
  return {
    filled: grids.flatMap((grid, at) =>
      isTable[at] ? [{ grid, boxes: inGrid[at] ?? new Map<GridCell, TextBox[]>() }] : [],
    ),
    others: boxes.filter((_, index) => !isTable[gridOf[index] ?? -1]),
  };
}

/** Minimum share of cells with text in a table. */
const FILLED_SHARE = 0.2;
/** Maximum share of texts in a table that cross the edge of their cell. */
const OVERFLOW_SHARE = 0.15;
/** A text crosses the edge of its cell if it goes further than this beyond the edge, in font sizes. */
const OVERFLOW = 0.7;

/**
 * Returns whether the lines of a grid separate texts, as in a table. False for frames, drawings and charts,
 * and for grids with text in only one column.
 */
function looksLikeTable({ xs, ys, cells }: Grid, boxes: ReadonlyMap<GridCell, readonly TextBox[]>): boolean {
  const filled = [...boxes.keys()];
  if (!filled.some(({ column }) => column !== filled[0]?.column)) return false;
  const total = cells.filter(({ column, columns, row, rows }) => {
    const width = (xs[column + columns] ?? 0) - (xs[column] ?? 0);
    return width > NARROWEST && (ys[row] ?? 0) - (ys[row + rows] ?? 0) > NARROWEST;
  }).length;
  if (filled.length < FILLED_SHARE * total || isChart(filled)) return false;
  let over = 0;
  let all = 0;
  for (const [{ column, columns }, own] of boxes) {
    const [left, right] = [xs[column] ?? 0, xs[column + columns] ?? 0];
    for (const { x, width, size } of own) {
      all += 1;
      if (x < left - OVERFLOW * size || x + width > right + OVERFLOW * size) over += 1;
    }
  }
  return over <= OVERFLOW_SHARE * all;
}

/**
 * Returns true when most rows have only one cell with text, and this cell is not in the first column, like
 * the values in a bar chart.
 */
function isChart(filled: readonly GridCell[]): boolean {
  const rows = new Map<number, GridCell[]>();
  for (const cell of filled) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const stray = [...rows.values()].filter((cells) => cells.length === 1 && cells[0]?.column !== 0).length;
  return 2 * stray > rows.size;
}

/** Minimum width and height of a cell with text, in points. Double rules and shades make smaller cells. */
const NARROWEST = 6;

function place({ xs, ys, cells, cellAt }: Grid, box: TextBox): GridCell | undefined {
  const column = xs.findIndex((x, index) => index > 0 && x > box.x + box.width / 2) - 1;
  const row = ys.findIndex((y, index) => index > 0 && y < box.y + MIDDLE * box.size) - 1;
  if (
    column < 0 ||
    row < 0 ||
    box.x + box.width / 2 < (xs[0] ?? 0) ||
    box.y + MIDDLE * box.size > (ys[0] ?? 0)
  )
    return undefined;
  return cells[cellAt[row]?.[column] ?? -1];
}
