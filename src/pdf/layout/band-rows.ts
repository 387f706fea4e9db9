import { LEVEL } from './in-rows';
import type { Line } from './line';
import type { GridCell } from './ruling';

/**
 * The lines of a cell from top to bottom. If a wide gap divides a line, its parts are in order from left to
 * right.
 */
export interface Filled {
  readonly cell: GridCell;
  readonly lines: readonly Line[];
}

/** Matches a text that is only an amount, a count, a share or a date in digits. */
export const FIGURE = /^[-\u2212(]?[€$£¥￥]?[\d.,\s%％/-]*\d[\d.,\s%％)]*(?:元|日|月|年)?$/;

/**
 * Splits a band of a table (the cells between two horizontal rules) into rows. Each line of the longest cell
 * begins a row, if enough cells have lines at the same heights. Otherwise the result is undefined. The
 * longest cell is the cell with the most lines. If some cells contain only numbers, other cells cannot be the
 * longest.
 */
export function subRows(band: readonly Filled[]): Filled[][] | undefined {
  const heights = anchorHeights(band);
  if (!heights) return undefined;
  const rows: Filled[][] = heights.map(() => []);
  for (const { cell, lines } of band) {
    for (const [index, own] of lines.reduce((byRow, line) => {
      const at = Math.max(0, heights.filter((height) => height > line.y - LEVEL * line.size).length - 1);
      return byRow.set(at, [...(byRow.get(at) ?? []), line]);
    }, new Map<number, Line[]>())) {
      rows[index]?.push({ cell, lines: own });
    }
  }
  return rows.filter((row) => row.length > 0);
}

/** Minimum number of lines of the longest cell, if no cell contains only numbers. */
const FEWEST_LINES = 4;
/**
 * If a cell contains only numbers, at least this share of the band's cells must have lines at the heights of
 * the longest cell's lines.
 */
const ALIKE_SHARE = 0.5;
/** The same share for a band in which no cell contains only numbers. */
const ALIKE_SHARE_OF_WORDS = 0.75;

function anchorHeights(band: readonly Filled[]): number[] | undefined {
  const stacks = band.map(({ lines }) => ({
    heights: distinctBaselines(lines),
    isFigures: lines.every(({ text }) => FIGURE.test(text)),
  }));
  const hasFigures = stacks.some(({ heights, isFigures }) => isFigures && heights.length > 1);
  const [longest] = stacks
    .filter(({ isFigures }) => isFigures || !hasFigures)
    .map(({ heights }) => heights)
    .sort((a, b) => b.length - a.length);
  if (!longest || longest.length < (hasFigures ? 2 : FEWEST_LINES)) return undefined;
  const size = band[0]?.lines[0]?.size ?? 1;
  const isAlike = (heights: readonly number[]): boolean => {
    const level = longest.filter((height) =>
      heights.some((other) => Math.abs(other - height) < LEVEL * size),
    ).length;
    return level > 1 && level >= 0.7 * longest.length && (hasFigures || heights.length <= longest.length);
  };
  const alike = stacks.filter(({ heights }) => isAlike(heights)).length;
  return alike > 1 && alike >= (hasFigures ? ALIKE_SHARE : ALIKE_SHARE_OF_WORDS) * stacks.length
    ? longest
    : undefined;
}

function distinctBaselines(lines: readonly Line[]): number[] {
  const heights: number[] = [];
  for (const { y, size } of lines) {
    if (!heights.some((height) => Math.abs(height - y) < LEVEL * size)) heights.push(y);
  }
  return heights;
}
