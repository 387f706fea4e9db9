import { FIGURE } from './band-rows';
import { type Stretch, stretchesOf } from './line';
import type { TextBox } from './text-box';

/** Minimum gap between two columns, as a share of the font size. */
const APART = 0.5;
/** Maximum distance between the edges of two cells in one column, as a share of the font size. */
const SAME_EDGE = 0.25;
/** Maximum distance between the baselines of two cells in one row, as a share of the font size. */
const LEVEL = 0.3;
/** An edge belongs to a column if at least this number of rows have an edge at the same x position. */
const FEWEST_ROWS = 3;
/** Number of rows that are examined above a row, and also below it. */
const ROWS_LOOKED_AT = 6;
/** Maximum distance between the rows of a table, in font sizes. */
const FARTHEST = 5;

/**
 * A gap where a cell may end. `right` is the edge of the text before the gap; `left` and `end` are the edges
 * of the text after the gap.
 */
interface Edge {
  readonly right: number;
  readonly left: number;
  readonly end: number;
  readonly isFigure: boolean;
}

/** A gap within a stretch (a piece of a line). `split` is the number of boxes before the gap. */
interface Gap extends Edge {
  readonly split: number;
}

interface Row {
  readonly pieces: Stretch[];
  readonly edges: readonly Edge[];
}

/**
 * Separates neighbouring cells with little space between them, such as right-aligned amounts before
 * left-aligned names. A gap separates columns in three cases: several rows have a text that ends where the
 * text before the gap ends; several rows have a text that begins where the text after the gap begins; or
 * several rows have an amount that ends where the text after the gap ends.
 */
export function withColumnsApart(stretches: readonly Stretch[]): readonly Stretch[] {
  const gaps = new Map(stretches.map((piece) => [piece, gapsOf(piece)]));
  const hasGap = ({ pieces }: Row): boolean =>
    pieces.length > 1 && pieces.some((piece) => (gaps.get(piece)?.length ?? 0) > 0);
  if (stretches.every((piece) => gaps.get(piece)?.length === 0)) return stretches;
  const rows = rowsOf(stretches, gaps);
  if (!rows.some(hasGap)) return stretches;
  const splits = new Map<Stretch, readonly number[]>();
  rows.forEach((row, index) => {
    if (!hasGap(row)) return;
    const others = neighbours(rows, index);
    for (const piece of row.pieces) {
      const own = (gaps.get(piece) ?? []).filter(
        (gap) => !isInWord(piece, gap) && isOfColumn(gap, others, piece.size),
      );
      if (own.length > 0)
        splits.set(
          piece,
          own.map(({ split }) => split),
        );
    }
  });
  return stretches.flatMap((piece) => {
    const own = splits.get(piece);
    if (!own) return [piece];
    const ends = [...own, piece.boxes.length];
    return ends.flatMap((end, at) => stretchesOf(piece.boxes.slice(ends[at - 1] ?? 0, end)));
  });
}

function rowsOf(stretches: readonly Stretch[], gaps: ReadonlyMap<Stretch, readonly Gap[]>): Row[] {
  const rows: Stretch[][] = [];
  for (const piece of [...stretches].sort((a, b) => a.angle - b.angle || b.y - a.y)) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    if (row && first?.angle === piece.angle && isLevel(first, piece)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const pieces = row.sort((a, b) => a.left - b.left);
    return {
      pieces,
      edges: pieces.flatMap((piece, index): readonly Edge[] => {
        const before = pieces[index - 1];
        const own = gaps.get(piece) ?? [];
        if (!before || before.right >= piece.left) return own;
        const [next] = own;
        return [edgeOf(before.right, piece.boxes.slice(0, next?.split), next?.right ?? piece.right), ...own];
      }),
    };
  });
}

function isLevel(a: Stretch, b: Stretch): boolean {
  return Math.abs(a.y - b.y) < LEVEL * Math.min(a.size, b.size);
}

function gapsOf({ boxes, right: end, size, ordered, rightToLeft }: Stretch): Gap[] {
  if (!ordered || rightToLeft) return [];
  const splits = boxes.flatMap((box, split) => {
    const before: TextBox | undefined = boxes[split - 1];
    return before && box.x - before.x - before.width > APART * size ? [split] : [];
  });
  const rightOf = (at: number): number => (boxes[at - 1]?.x ?? 0) + (boxes[at - 1]?.width ?? 0);
  return splits.map((split, index) => {
    const next = splits[index + 1];
    const text = boxes.slice(split, next);
    return { ...edgeOf(rightOf(split), text, next === undefined ? end : rightOf(next)), split };
  });
}

/**
 * Matches one ideograph. A gap beside a single ideograph does not separate cells: it is within a spaced-out
 * word such as `合  计`.
 */
const IDEOGRAPH = /^\p{Script=Han}$/u;

function isInWord({ boxes }: Stretch, { split }: Gap): boolean {
  return [boxes[split - 1], boxes[split]].some((box) => IDEOGRAPH.test(box?.text.trim() ?? ''));
}

function edgeOf(right: number, after: readonly TextBox[], end: number): Edge {
  const text = after.map((box) => box.text).join('');
  return { right, left: after[0]?.x ?? end, end, isFigure: FIGURE.test(text.trim()) };
}

/**
 * Returns the rows above and below a row. In each direction, a large distance between two rows ends the
 * search. Rows with a single piece of text are left out.
 */
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
  const rowsWith = (test: (other: Edge) => boolean): number =>
    others.filter(({ edges }) => edges.some(test)).length;
  return (
    Math.max(
      rowsWith((other) => isSame(other.left, edge.left)),
      rowsWith((other) => isSame(other.right, edge.right)),
      rowsWith((other) => other.isFigure && isSame(other.end, edge.end) && other.left > edge.right),
    ) >=
    FEWEST_ROWS - 1
  );
}
