import { type Stretch, stretchesOf } from './line';
import type { TextBox } from './text-box';

/** Minimum gap between two columns, as a share of the font size. */
const APART = 0.5;
/** Maximum distance between the edges of one column, as a share of the font size. */
const SAME_EDGE = 0.25;
/** Maximum distance between the baselines of one row, as a share of the font size. */
const LEVEL = 0.3;
/** Minimum number of rows that have an edge of the same column. */
const FEWEST_ROWS = 3;
/** Number of rows that are examined on either side of a row. */
const ROWS_LOOKED_AT = 6;
/** Maximum distance between the rows of a table, in font sizes. */
const FARTHEST = 5;

/** A place where a cell may end: the right edge of the text before a gap, and the left edge after it. */
interface Edge {
  readonly right: number;
  readonly left: number;
  /** The number of boxes before the gap in its stretch; absent between two stretches. */
  readonly split?: number;
}

interface Row {
  readonly pieces: Stretch[];
  readonly edges: readonly Edge[];
}

/**
 * Separates neighbouring cells with little room between them, such as right-aligned amounts before
 * left-aligned names. A gap is between columns when the texts on one side of it have the same edge in several
 * rows.
 */
export function withColumnsApart(stretches: readonly Stretch[]): readonly Stretch[] {
  const rows = rowsOf(stretches);
  if (!rows.some(hasGap)) return stretches;
  return rows.flatMap((row, index) => {
    if (!hasGap(row)) return row.pieces;
    const others = neighbours(rows, index);
    return row.pieces.flatMap((piece) => {
      const splits = gapsOf(piece).filter((edge) => isOfColumn(edge, others, piece.size));
      if (splits.length === 0) return [piece];
      const ends = [...splits.map(({ split }) => split ?? 0), piece.boxes.length];
      return ends.flatMap((end, at) => stretchesOf(piece.boxes.slice(ends[at - 1] ?? 0, end)));
    });
  });
}

function rowsOf(stretches: readonly Stretch[]): Row[] {
  const rows: Stretch[][] = [];
  for (const piece of stretches) {
    const row = rows[rows.length - 1];
    const last = row?.[row.length - 1];
    const isNext = last?.angle === piece.angle && piece.left > last.right && isLevel(last, piece);
    if (row && isNext) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((pieces) => ({
    pieces,
    edges: pieces.flatMap((piece, index) => {
      const before = pieces[index - 1];
      const own = before ? [{ right: before.right, left: piece.left }] : [];
      return [...own, ...gapsOf(piece)];
    }),
  }));
}

function isLevel(a: Stretch, b: Stretch): boolean {
  return Math.abs(a.y - b.y) < LEVEL * Math.min(a.size, b.size);
}

function gapsOf({ boxes, size, ordered, rightToLeft }: Stretch): Edge[] {
  if (!ordered || rightToLeft) return [];
  return boxes.flatMap((box, split) => {
    const before: TextBox | undefined = boxes[split - 1];
    const right = before ? before.x + before.width : Number.POSITIVE_INFINITY;
    return box.x - right > APART * size ? [{ right, left: box.x, split }] : [];
  });
}

/** Returns true for a row of several pieces, if there is a gap within a piece. */
function hasGap({ pieces, edges }: Row): boolean {
  return pieces.length > 1 && edges.some(({ split }) => split !== undefined);
}

/** Returns the rows around a row that follow each other closely and have several cells. */
function neighbours(rows: readonly Row[], at: number): Row[] {
  const out: Row[] = [];
  for (const step of [-1, 1]) {
    for (let count = 1; count <= ROWS_LOOKED_AT; count += 1) {
      const [inner, outer] = [rows[at + step * (count - 1)], rows[at + step * count]];
      const [a, b] = [inner?.pieces[0], outer?.pieces[0]];
      if (!outer || !a || !b || a.angle !== b.angle || Math.abs(a.y - b.y) > FARTHEST * a.size) break;
      if (outer.pieces.length > 1) out.push(outer);
    }
  }
  return out;
}

function isOfColumn(edge: Edge, others: readonly Row[], size: number): boolean {
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SAME_EDGE * size;
  const rowsWith = (side: 'left' | 'right'): number =>
    others.filter(({ edges }) => edges.some((other) => isSame(other[side], edge[side]))).length;
  return Math.max(rowsWith('left'), rowsWith('right')) >= FEWEST_ROWS - 1;
}
