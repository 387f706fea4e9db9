import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnRules, type Grid, gridsOf, joinedRules } from '../../../../src/pdf/layout/ruling';

const across = (y: number, from: number, to: number): number[] => [from, y, to, y];
const down = (x: number, from: number, to: number): number[] => [x, from, x, to];

/** A table of three columns and two rows, in which the second cell of the first row spans two columns. */
const table = [
  ...[100, 80, 60].flatMap((y) => across(y, 0, 300)),
  ...[0, 100, 300].flatMap((x) => down(x, 60, 100)),
  ...down(200, 60, 80),
];

function gridsAt(rules: readonly number[] | undefined, angle: number): Grid[] {
  return gridsOf(joinedRules(drawnRules(rules, angle)));
}

describe('gridsOf', () => {
  it('gridsOf finds cells, also cells that span several columns', () => {
    const [grid] = gridsAt(table, 0);
    expect(grid?.xs).toEqual([0, 100, 200, 300]);
    expect(grid?.cellAt).toEqual([
      [0, 1, 1],
      [2, 3, 4],
    ]);
    expect(grid?.cells[1]).toEqual({ column: 1, columns: 2, row: 0, rows: 1 });
  });

  it('gridsOf joins the pieces of a line, and reads a thin rectangle as a line', () => {
    const pieces = [
      ...[100, 80, 60].flatMap((y) => [...across(y, 0, 150), 150.5, y - 0.3, 300, y + 0.3]),
      ...[0, 100, 300].flatMap((x) => [...down(x, 60, 80), ...down(x, 80, 100)]),
    ];
    expect(gridsAt(pieces, 0).map(({ cells }) => cells.length)).toEqual([4]);
  });

  it('gridsOf adds the left and right borders of a table if these borders are not drawn', () => {
    const open = [...[100, 80, 60].flatMap((y) => across(y, 0, 300)), ...down(100, 60, 100)];
    expect(gridsAt(open, 0).map(({ xs }) => xs)).toEqual([[0, 100, 300]]);
  });

  it('gridsOf finds no grid in separate lines, in a frame or on a page without lines', () => {
    const frame = [...across(100, 0, 300), ...across(0, 0, 300), ...down(0, 0, 100), ...down(300, 0, 100)];
    expect(gridsAt(frame, 0)).toEqual([]);
    expect(gridsAt([...across(100, 0, 300), ...across(80, 0, 300)], 0)).toEqual([]);
    expect(gridsAt(undefined, 0)).toEqual([]);
  });

  it('a rotation of the table by 90 degrees does not change the number of cells', () => {
    const turned = table.map((_, index) =>
      index % 4 === 0
        ? -(table[index + 1] ?? 0)
        : index % 4 === 1
          ? (table[index - 1] ?? 0)
          : index % 4 === 2
            ? -(table[index + 1] ?? 0)
            : (table[index - 1] ?? 0),
    );
    expect(gridsAt(turned, 90).map(({ cells }) => cells.length)).toEqual([5]);
  });

  it('for any drawn lines, gridsOf assigns every square of a grid to a cell', () => {
    const rule = fc.tuple(
      fc.boolean(),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
    );
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 30 }), (rules) => {
        const edges = rules.flatMap(([isAcross, at, a, b]) => {
          const [from, to] = [20 * Math.min(a, b), 20 * Math.max(a, b)];
          return isAcross ? across(20 * at, from, to) : down(20 * at, from, to);
        });
        for (const { xs, ys, cells, cellAt } of gridsAt(edges, 0)) {
          expect(cellAt.map((row) => row.length)).toEqual(
            Array.from({ length: ys.length - 1 }, () => xs.length - 1),
          );
          expect(new Set(cellAt.flat())).toEqual(new Set(cells.keys()));
        }
      }),
    );
  });
});
