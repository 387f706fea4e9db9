import type { PageInput } from './input';
import { toFrame } from './text-box';

/**
 * A horizontal or vertical line. `from` and `to` are its ends. `at` is the y of a horizontal line, or the x
 * of a vertical line. All numbers are in points, on axes that are rotated by the angle of the text.
 */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A cell of a ruled table. `column` and `row` are the numbers of the first column and the first row of the
 * cell, from 0 at the top left of the table.
 */
export interface GridCell {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

/** The grid of a table: column edges from left to right, row edges from top to bottom. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** `cellAt[row][column]` is the index in `cells` of the cell that covers this square. */
  readonly cellAt: readonly (readonly number[])[];
}

/** Maximum distance, in points, between two pieces of one rule, or between two rules that touch. */
const NEAR = 2.5;
/** Maximum number of joined rules on a page. A page with more is a drawing. */
const MOST_RULES = 400;
/** Maximum number of squares of a grid. A larger grid is a drawing. */
const MOST_CELLS = 6_000;

/** The horizontal and the vertical rules of a page. */
export interface Rules {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Joins the pieces of each rule that is drawn in several pieces. */
export function joinedRules({ across, down }: Rules): Rules {
  return { across: joined(across), down: joined(down) };
}

/** Returns the rules of a page, not joined yet. Their axes are rotated by the `angle` of the text. */
export function drawnRules(rules: PageInput['rules'], angle: number): Rules {
  const across: Rule[] = [];
  const down: Rule[] = [];
  for (let at = 0; rules && at + 3 < rules.length; at += 4) {
    const a = toFrame(rules[at] ?? 0, rules[at + 1] ?? 0, angle);
    const b = toFrame(rules[at + 2] ?? 0, rules[at + 3] ?? 0, angle);
    const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
    const [bottom, top] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
    if (right - left >= top - bottom) across.push({ at: (bottom + top) / 2, from: left, to: right });
    else down.push({ at: (left + right) / 2, from: bottom, to: top });
  }
  return { across, down };
}

function joined(rules: readonly Rule[]): Rule[] {
  const lines: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const line = lines[lines.length - 1];
    if (line && rule.at - (line[0]?.at ?? 0) < NEAR) line.push(rule);
    else lines.push([rule]);
  }
  return lines.flatMap((line) => {
    const out: Rule[] = [];
    for (const rule of line.sort((a, b) => a.from - b.from)) {
      const last = out[out.length - 1];
      if (last && rule.from <= last.to + NEAR)
        out[out.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
      else out.push(rule);
    }
    return out;
  });
}

/** Returns the ruled tables of a page: rules that cross or touch and make at least two columns. */
export function gridsOf({ across, down }: Rules): Grid[] {
  if (across.length < 2 || down.length === 0 || across.length + down.length > MOST_RULES) return [];
  return components(across, down).flatMap(([rows, columns]) => grid(rows, columns) ?? []);
}

/** Groups rules that touch. Each group has a list of horizontal and a list of vertical rules. */
function components(across: readonly Rule[], down: readonly Rule[]): [Rule[], Rule[]][] {
  const groupOf = new Map<Rule, Set<Rule>>();
  for (const rule of [...across, ...down]) groupOf.set(rule, new Set([rule]));
  for (const row of across) {
    for (const column of down) {
      const isOnRow = column.at > row.from - NEAR && column.at < row.to + NEAR;
      if (!isOnRow || row.at < column.from - NEAR || row.at > column.to + NEAR) continue;
      const [one, other] = [groupOf.get(row), groupOf.get(column)];
      if (!one || !other || one === other) continue;
      for (const rule of other) {
        one.add(rule);
        groupOf.set(rule, one);
      }
    }
  }
  const isAcross = new Set(across);
  return [...new Set(groupOf.values())].map((group) => {
    const rules = [...group];
    return [rules.filter((rule) => isAcross.has(rule)), rules.filter((rule) => !isAcross.has(rule))];
  });
}

function grid(across: readonly Rule[], down: readonly Rule[]): Grid | undefined {
  const xs = edges([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])]);
  const ys = edges([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]).reverse();
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || rows < 1 || columns * rows > MOST_CELLS) return undefined;
  const { cells, cellAt } = cellsOf(xs, ys, across, down);
  return cells.length < 2 ? undefined : { xs, ys, cells, cellAt };
}

function edges(places: readonly number[]): number[] {
  const out: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    if (out.length === 0 || place - (out[out.length - 1] ?? 0) > NEAR) out.push(place);
  }
  return out;
}

/** Joins neighbouring squares to one cell if no rule separates the squares. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): Pick<Grid, 'cells' | 'cellAt'> {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const parent = Array.from({ length: columns * rows }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const isParted = (rules: readonly Rule[], place: number, along: number): boolean =>
    rules.some(({ at, from, to }) => Math.abs(at - place) <= NEAR && from <= along && to >= along);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const square = row * columns + column;
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      if (column + 1 < columns && !isParted(down, xs[column + 1] ?? 0, y))
        parent[find(square + 1)] = find(square);
      if (row + 1 < rows && !isParted(across, ys[row + 1] ?? 0, x))
        parent[find(square + columns)] = find(square);
    }
  }
  const cells: GridCell[] = [];
  const indexes = new Map<number, number>();
  const cellAt = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const root = find(row * columns + column);
      const known = indexes.get(root);
      const cell = known === undefined ? undefined : cells[known];
      if (known === undefined || !cell) {
        indexes.set(root, cells.length);
        return cells.push({ column, columns: 1, row, rows: 1 }) - 1;
      }
      const left = Math.min(cell.column, column);
      const right = Math.max(cell.column + cell.columns, column + 1);
      cells[known] = { column: left, columns: right - left, row: cell.row, rows: row + 1 - cell.row };
      return known;
    }),
  );
  return { cells, cellAt };
}
