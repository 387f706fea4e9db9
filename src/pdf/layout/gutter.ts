import { cutBox } from './cut-at-rules';
import type { DividedRule } from './divided-rule';
import type { TextBox } from './text-box';

/** A gap of at least this width, in font sizes, always separates two cells. */
const WIDE = 1;
/** Two edges are at the same place if they are closer than this, in font sizes. */
const SAME_EDGE = 0.12;
/** Maximum overlap of neighbouring cells, in font sizes. */
const OVERLAP = 0.15;
/** Maximum distance between the baselines of two texts in one row, as a share of the font size. */
const LEVEL = 0.3;
/**
 * A narrow gap separates two cells only if wide gaps of at least this number of other rows end at the same
 * place.
 */
const FEWEST_ROWS = 2;
/** Maximum number of rows that are examined above a row, and also below it. */
const ROWS_LOOKED_AT = 10;
/**
 * Maximum number of rows that are cut below a divided rule, which is a horizontal line with a separate piece
 * for each column.
 */
const ROWS_AT_RULE = 40;
/** Maximum distance between the rows of a table, in font sizes. */
const FARTHEST = 4;
/** Maximum distance between the lines of a heading above a divided rule, in font sizes. */
const FARTHEST_HEADING = 2;
/** Maximum number of lines of a heading above a divided rule. */
const LINES_OF_HEADING = 3;
/** If a rule is below a baseline and closer to it than this, in font sizes, the rule underlines the text. */
const UNDERLINE = 0.28;

/** One line. Its cells are the texts between wide gaps. */
interface Row {
  readonly boxes: readonly TextBox[];
  readonly gaps: readonly Gap[];
  readonly cells: readonly Cell[];
  readonly y: number;
  readonly size: number;
}

/** A gap between two boxes or within one, in points. */
interface Gap {
  readonly box: TextBox;
  readonly from: number;
  readonly to: number;
  readonly isWithin: boolean;
  /** True when a number or an amount begins after the gap. */
  readonly isNumber: boolean;
}

/**
 * Separates cells with almost no space between them. A narrow gap separates two cells if wide gaps of several
 * rows above or below end at the same place, and no text of the rows in between crosses this place. A narrow
 * gap also separates two cells at the place where two pieces of a divided rule meet. If pdf.js joined the
 * cells to one item, the item is cut.
 */
export function withGutters(
  boxes: readonly TextBox[],
  rules: readonly DividedRule[],
  angle: number,
): readonly TextBox[] {
  const rows = rowsOf(boxes, angle);
  const edges = wideEdges(rows);
  const cuts = new Map<TextBox, number[]>();
  const accept = ({ box, from, to, isWithin }: Gap): void => {
    cuts.set(box, [...(cuts.get(box) ?? []), isWithin ? (from + to) / 2 : box.x]);
  };
  rows.forEach((row, index) => {
    if (!row.gaps.some((gap) => isWide(gap, row))) return;
    for (const gap of row.gaps) {
      if (isWide(gap, row) || !edges.has(Math.round(gap.to))) continue;
      const [above, below] = [supporters(rows, index, gap, -1), supporters(rows, index, gap, 1)];
      if (above + below >= FEWEST_ROWS) accept(gap);
    }
  });
  for (const rule of rules) for (const gap of gapsAtRule(rows, rule)) accept(gap);
  return cuts.size === 0 ? boxes : boxes.flatMap((box) => pieces(box, cuts.get(box)));
}

function pieces(box: TextBox, edges: readonly number[] | undefined): readonly TextBox[] {
  if (!edges) return [box];
  const [first = box, ...others] = cutBox(box, edges);
  const head = edges.includes(box.x) ? { ...first, startsCell: true as const } : first;
  return [head, ...others.map((piece) => ({ ...piece, startsCell: true as const }))];
}

function rowsOf(boxes: readonly TextBox[], angle: number): Row[] {
  const rows: TextBox[][] = [];
  const own = boxes.filter((box) => box.angle === angle && !box.rightToLeft);
  let main: TextBox | undefined;
  for (const box of own.sort((a, b) => b.y - a.y)) {
    if (main && main.y - box.y < LEVEL * Math.min(main.size, box.size)) rows[rows.length - 1]?.push(box);
    else {
      rows.push([box]);
      main = box;
    }
  }
  return rows.map((row) => {
    const { y = 0, size = 1 } = row[0] ?? {};
    row.sort((a, b) => a.x - b.x);
    const gaps = gapsOf(row, size);
    return { boxes: row, gaps, cells: cellsOf(row, gaps, size), y, size };
  });
}

/** Returns the gaps of a row from left to right. A gap has a negative width where cells overlap a little. */
function gapsOf(boxes: readonly TextBox[], size: number): Gap[] {
  const gaps: Gap[] = [];
  let right = Number.NaN;
  for (const box of boxes) {
    if (box.x - right > -OVERLAP * size)
      gaps.push({ box, from: right, to: box.x, isWithin: false, isNumber: NUMBER.test(box.text) });
    const { gapEdges = [], pieces: decoded } = box;
    let space = -1;
    for (let at = 0; decoded === undefined && at + 1 < gapEdges.length; at += 2) {
      space = box.text.indexOf(' ', space + 1);
      const [from, to] = [gapEdges[at] ?? Number.NaN, gapEdges[at + 1] ?? Number.NaN];
      const isNumber = NUMBER.test(box.text.slice(space, space + 4));
      if (from < to) gaps.push({ box, from: box.x + from, to: box.x + to, isWithin: true, isNumber });
    }
    right = Number.isNaN(right) ? box.x + box.width : Math.max(right, box.x + box.width);
  }
  return gaps;
}

const NUMBER = /^\s*[(\u2212-]?[€$£¥￥]?\s?(?:\d|$)/;

function isWide({ from, to }: Gap, { size }: Pick<Row, 'size'>): boolean {
  return to - from >= WIDE * size;
}

/**
 * Returns the x positions where wide gaps end, rounded to whole points. The next point on each side is
 * included, so that nearly equal positions match.
 */
function wideEdges(rows: readonly Row[]): ReadonlySet<number> {
  const edges = new Set<number>();
  for (const row of rows)
    for (const gap of row.gaps)
      if (isWide(gap, row)) for (const step of [-1, 0, 1]) edges.add(Math.round(gap.to) + step);
  return edges;
}

/**
 * Counts the rows that support a gap of the row `start`. These rows are below it (`step` 1) or above it
 * (`step` -1). A row supports the gap if one of its wide gaps ends where the given gap ends, the two rows
 * share another column, and one of its cells overlaps horizontally with the text before the given gap.
 */
function supporters(rows: readonly Row[], start: number, gap: Gap, step: number): number {
  const { from, to: edge, isNumber } = gap;
  let count = 0;
  const own = rows[start];
  const left =
    own?.gaps.filter((wide) => isWide(wide, own) && wide.to <= from).pop()?.to ?? own?.boxes[0]?.x ?? from;
  for (let at = start + step; own && Math.abs(at - start) <= ROWS_LOOKED_AT; at += step) {
    const [row, before] = [rows[at], rows[at - step]];
    if (!row || !before || Math.abs(row.y - before.y) > FARTHEST * row.size) break;
    const beside = row.gaps.find(({ to }) => Math.abs(to - edge) < SAME_EDGE * row.size);
    const isBelow = (cell: Cell): boolean => cell.left < from && cell.right > left;
    if (beside && isWide(beside, row)) {
      // Amounts of equal length in a right-aligned column begin at the same edge by chance. So a wide gap
      // before a number is ignored unless the given gap is before a number, too.
      const isLeftAligned = isNumber || !beside.isNumber;
      if (isLeftAligned && row.cells.some(isBelow) && sharesColumn(own, row, edge)) count += 1;
    } else if (!beside && isCrossed(row, edge)) break;
  }
  return count;
}

function isCrossed({ boxes, size }: Row, edge: number): boolean {
  return boxes.some(({ x, width }) => x < edge - SAME_EDGE * size && x + width > edge + SAME_EDGE * size);
}

/**
 * Returns true when both rows have a cell with the same left or right edge. The first cell of each row and
 * the cell of `one` that begins at `edge` are ignored.
 */
function sharesColumn(one: Row, other: Row, edge: number): boolean {
  const slack = SAME_EDGE * one.size;
  const others = other.cells.slice(1);
  return one.cells.some(
    (cell, index) =>
      index > 0 &&
      Math.abs(cell.left - edge) > slack &&
      others.some(
        ({ left, right }) => Math.abs(left - cell.left) < slack || Math.abs(right - cell.right) < slack,
      ),
  );
}

interface Cell {
  readonly left: number;
  readonly right: number;
}

function cellsOf(boxes: readonly TextBox[], gaps: readonly Gap[], size: number): Cell[] {
  const wide = gaps.filter((gap) => isWide(gap, { size }));
  const end = boxes.reduce((right, { x, width }) => Math.max(right, x + width), Number.NEGATIVE_INFINITY);
  const lefts = [boxes[0]?.x ?? 0, ...wide.map(({ to }) => to)];
  return lefts.map((left, index) => ({ left, right: wide[index]?.from ?? end }));
}

/**
 * Returns the narrow gaps at the places where two pieces of a divided rule meet, in the rows above and below
 * the rule.
 */
function gapsAtRule(rows: readonly Row[], { at: y, edges, from, to }: DividedRule): Gap[] {
  const below = rows.findIndex((row) => row.y < y);
  const start = below < 0 ? rows.length : below;
  const above = rows[start - 1];
  if (above && above.y - y < UNDERLINE * above.size) return [];
  const found: Gap[] = [];
  for (const [step, most, farthest] of [
    [-1, LINES_OF_HEADING, FARTHEST_HEADING],
    [1, ROWS_AT_RULE, FARTHEST],
  ] as const) {
    const first = step < 0 ? start - 1 : start;
    let last = y;
    for (let at = first; Math.abs(at - first) < most; at += step) {
      const row = rows[at];
      if (!row || Math.abs(row.y - last) > farthest * row.size) break;
      last = row.y;
      const isInRule = (row.boxes[0]?.x ?? from) > from - row.size;
      const cut = edges.map((edge) => gapAt(row, edge));
      if (!isInRule || edges.some((edge, index) => !cut[index] && isCrossed(row, edge))) break;
      // If a row above the rule has text in few columns, it is a title or a sentence, so it is not cut.
      if (step < 0 && 2 * filledCells(row, edges) < edges.length + 1) continue;
      for (const gap of cut) if (gap && gap.to < to && !isWide(gap, row)) found.push(gap);
    }
  }
  return found;
}

/** Counts the columns of the divided rule in which a cell of the row begins. */
function filledCells(row: Row, edges: readonly number[]): number {
  return new Set(row.cells.map(({ left }) => edges.filter((edge) => edge <= left + 1).length)).size;
}

function gapAt({ gaps, size }: Row, edge: number): Gap | undefined {
  const slack = SAME_EDGE * size;
  return gaps.find(({ from, to }) => from < edge + slack && to > edge - slack);
}
