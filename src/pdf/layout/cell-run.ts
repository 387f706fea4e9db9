import type { Line } from './line';
import { overlap } from './margins';
import { hasLabel } from './own-line';

type Placed = Pick<Line, 'left' | 'right' | 'y' | 'size' | 'angle'> & Partial<Pick<Line, 'text'>>;

/** Maximum number of lines of a cell. More lines are running text, such as a column of a newspaper. */
const TALLEST_CELL = 8;
/** Maximum distance between the baselines of two neighbouring lines of a cell, in font sizes. */
const CLOSE = 2;
/** Two lines are on one level if their baselines are closer than this, as a share of the font size. */
const LEVEL = 0.3;

/**
 * Groups the lines of each table cell. A line that is not in a table cell is a group of its own. The lines of
 * a cell are close below each other, and another cell is beside them. One of these is true:
 * - The other cell is to the right, and level with the first line or the middle of the cell.
 * - The other cell is to the left, and level with the middle of the cell.
 * - The other cell is to the left, and has lines at the same heights as the lines of the cell.
 */
export function cellRuns<L extends Placed>(lines: readonly L[]): L[][] {
  const runs: L[][] = [];
  const isClose = lines.map((line, index) => isCloseBelow(lines[index - 1], line));
  let at = 0;
  while (at < lines.length) {
    const length = Math.max(
      cellLength(lines, at, isClose),
      lengthBeside(runs[runs.length - 1], lines, at, isClose),
    );
    runs.push(lines.slice(at, at + length));
    at += length;
  }
  return runs;
}

/**
 * Returns the number of lines from `start` that are one cell; 1 when there is no sign of a cell with several
 * lines.
 * @param isClose for each line, whether it is close below the line before it
 */
function cellLength(lines: readonly Placed[], start: number, isClose: readonly boolean[]): number {
  const first = lines[start];
  if (!first) return 1;
  let longest = 1;
  while (longest < TALLEST_CELL && isClose[start + longest] === true) longest += 1;
  for (let length = longest; length > 1; length -= 1) {
    const before = lines[start - 1];
    const after = lines[start + length];
    // Most lines are running text with nothing beside them. They are skipped here, which saves time.
    const hasBefore = length === longest && before !== undefined && isLeftOf(before, [first]);
    if (!hasBefore && (!after || !isRightOf(after, [first]))) continue;
    const run = lines.slice(start, start + length);
    if (after && isRightOf(after, run) && isAligned(after, run) && isTable(lines, start, start + length))
      return length;
    if (hasBefore && isLeftOf(before, run) && isCentred(before, run)) return length;
  }
  return 1;
}

/**
 * Returns the number of lines from `start` that are at the same heights as the lines of the cell to the left.
 */
function lengthBeside(
  cell: readonly Placed[] | undefined,
  lines: readonly Placed[],
  start: number,
  isClose: readonly boolean[],
): number {
  const first = lines[start];
  if (!cell || cell.length < 2 || !first || !isLeftOfAll(cell, first)) return 1;
  let length = 0;
  for (let line = lines[start]; line && length < cell.length; line = lines[start + length]) {
    const beside = cell[length];
    if (!beside || Math.abs(beside.y - line.y) > LEVEL * line.size) break;
    if (length > 0 && (isClose[start + length] !== true || !isLeftOfAll(cell, line))) break;
    length += 1;
  }
  const after = lines[start + length];
  // If another line follows close below, these lines are the beginning of a longer text and not a cell.
  return after && isClose[start + length] === true && length < cell.length ? 1 : Math.max(1, length);
}

function isLeftOfAll(cell: readonly Placed[], line: Placed): boolean {
  return cell.every((own) => own.angle === line.angle && own.right < line.left + LEVEL * line.size);
}

function isCloseBelow(above: Placed | undefined, below: Placed | undefined): boolean {
  if (!above || !below || above.angle !== below.angle || overlap(above, below) <= 0) return false;
  // Two lines that both begin with a label, such as `Date:`, are two cells.
  if (hasLabel(above.text ?? '') && hasLabel(below.text ?? '')) return false;
  const distance = (above.y - below.y) / Math.max(above.size, below.size);
  return distance > 0.5 && distance < CLOSE;
}

function isRightOf(cell: Placed, run: readonly Placed[]): boolean {
  return run.every((line) => line.angle === cell.angle && cell.left > line.right - LEVEL * line.size);
}

function isLeftOf(cell: Placed, run: readonly Placed[]): boolean {
  return run.every((line) => line.angle === cell.angle && cell.right < line.left + LEVEL * line.size);
}

function isAligned(cell: Placed, run: readonly Placed[]): boolean {
  const first = run[0];
  return first !== undefined && (Math.abs(cell.y - first.y) < LEVEL * first.size || isCentred(cell, run));
}

function isCentred(cell: Placed, run: readonly Placed[]): boolean {
  const first = run[0];
  const last = run[run.length - 1];
  return (
    first !== undefined &&
    last !== undefined &&
    Math.abs(cell.y - (first.y + last.y) / 2) < LEVEL * first.size
  );
}

/**
 * Returns true when there is a third cell beside the run and its neighbour. Two neighbouring cells alone are
 * not a table.
 */
function isTable(lines: readonly Placed[], start: number, end: number): boolean {
  const run = lines.slice(start, end);
  const next = lines[end];
  const third = lines[end + 1];
  const before = lines[start - 1];
  if (next && third && third.left > next.right - LEVEL * next.size && third.y > next.y - CLOSE * next.size)
    return true;
  return before !== undefined && (isRightOf(before, run) || isLeftOf(before, run));
}
