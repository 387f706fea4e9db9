import type { Line } from './line';
import { firstCharacter, isFullWidth } from './script';

/** Left and right edge of the column a line stands in. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/**
 * How many lines before and after are looked at: bounds the work, and a column rarely changes width within
 * it.
 */
const WINDOW = 12;
/** Edges within this share of the font size are the same edge. */
const FLUSH = 0.2;

/**
 * For each line the outermost edges among its neighbours that stand in the same column and are set in the
 * same size. Where lines with the same left edge end at the same right edge too, text is justified, and that
 * edge counts: a box set in, or an indented list, has margins of its own.
 */
export function columnMargins(lines: readonly Line[]): Margins[] {
  return lines.map((line, index) => {
    const slack = FLUSH * line.size;
    let { left, right } = line;
    let ownRight = Number.NEGATIVE_INFINITY;
    let endingThere = 0;
    for (let at = Math.max(0, index - WINDOW); at <= index + WINDOW; at += 1) {
      const other = lines[at];
      if (!other || !inSameColumn(line, other)) continue;
      left = Math.min(left, other.left);
      right = Math.max(right, other.right);
      if (Math.abs(other.left - line.left) > slack) continue;
      if (other.right > ownRight + slack) {
        ownRight = other.right;
        endingThere = 1;
      } else if (other.right > ownRight - slack) endingThere += 1;
    }
    return { left, right: endingThere > 1 && !line.fixedPitch ? ownRight : right };
  });
}

function inSameColumn(line: Line, other: Line): boolean {
  if (line.angle !== other.angle) return false;
  // Code is set smaller than the text around it, in the same column.
  if (Math.abs(line.size - other.size) > 0.12 * line.size && !line.fixedPitch) return false;
  const narrower = Math.min(line.right - line.left, other.right - other.left);
  return overlap(line, other) > 0.5 * narrower;
}

/** Length of the stretch that two lines share on the x axis; negative is the distance between them. */
export function overlap(a: Pick<Line, 'left' | 'right'>, b: Pick<Line, 'left' | 'right'>): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/** Distance between baselines as a share of the font size where a page gives no hint. */
const USUAL_LEADING = 1.25;
/** Chinese, Japanese and Korean are set wider. */
const USUAL_LEADING_FULL_WIDTH = 1.6;
const LEADING_SAMPLES = 4;

/** Lines of one size in this many steps of a point are set alike. */
const SIZE_STEPS = 2;

/** The usual distance between baselines for text of a size, as a share of it. */
export type Leading = (size: number) => number;

/**
 * The usual distances between baselines on a page. A table, code or notes may be set closer than the text, so
 * each size has its own where there is enough of it; what there is little of is taken to be set as the page
 * is.
 */
export function usualLeading(lines: readonly Line[]): Leading {
  const all: number[] = [];
  const bySize = new Map<number, number[]>();
  for (let index = 1; index < lines.length; index += 1) {
    const above = lines[index - 1];
    const below = lines[index];
    if (!above || !below || !inSameColumn(above, below)) continue;
    const distance = (above.y - below.y) / above.size;
    if (distance <= 0.5 || distance >= 3) continue;
    all.push(distance);
    const own = bySize.get(sizeStep(above.size));
    if (own) own.push(distance);
    else bySize.set(sizeStep(above.size), [distance]);
  }
  const hint = lines.some(({ text }) => isFullWidth(firstCharacter(text)))
    ? USUAL_LEADING_FULL_WIDTH
    : USUAL_LEADING;
  const ofPage = usual(all) ?? hint;
  const ofSize = new Map(Array.from(bySize, ([size, distances]) => [size, usual(distances) ?? ofPage]));
  return (size) => ofSize.get(sizeStep(size)) ?? ofPage;
}

function sizeStep(size: number): number {
  return Math.round(SIZE_STEPS * size);
}

function usual(distances: number[]): number | undefined {
  if (distances.length < LEADING_SAMPLES) return undefined;
  distances.sort((a, b) => a - b);
  return distances[Math.floor(0.4 * distances.length)];
}
