import type { Line } from './line';
import { firstCharacter, isFullWidth } from './script';

/** The left and right edges of the column that a line is in. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/**
 * For each line, this many lines before it and this many lines after it are examined. A column seldom changes
 * its width within so few lines.
 */
const WINDOW = 12;
/** Two edges are the same if their distance is smaller than this, as a share of the font size. */
const FLUSH = 0.2;

/**
 * Returns for each line the margins of its column: the outermost edges of the neighbouring lines of the same
 * column and size. If several of these lines begin at the line's left edge and end at the same right edge, as
 * in justified text, this right edge is the line's right margin. So the lines of an inset box or of an
 * indented list get the right margin of the box or list.
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
  // A line of program code has the margins of the text around it, although its letters are smaller.
  if (Math.abs(line.size - other.size) > 0.12 * line.size && !line.fixedPitch) return false;
  const narrower = Math.min(line.right - line.left, other.right - other.left);
  return overlap(line, other) > 0.5 * narrower;
}

/**
 * Returns the length that two lines have in common on the x axis. A negative result is the distance between
 * them.
 */
export function overlap(a: Pick<Line, 'left' | 'right'>, b: Pick<Line, 'left' | 'right'>): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/**
 * The distance between baselines that is assumed on a page with too few lines to measure it, as a share of
 * the font size.
 */
const USUAL_LEADING = 1.25;
/** The distance that is assumed for Chinese, Japanese and Korean text. */
const USUAL_LEADING_FULL_WIDTH = 1.6;
/** Minimum number of distances between lines from which the usual distance is measured. */
const LEADING_SAMPLES = 4;

/** Sizes are rounded to this many steps per point before they are compared. */
const SIZE_STEPS = 2;

/** The usual distance between baselines for text of a size, as a share of the size. */
export type Leading = (size: number) => number;

/**
 * Returns the usual distances between baselines on a page. Lines of tables, code and notes may be closer than
 * lines of the text, so a separate distance is measured for each size with enough lines. All other sizes get
 * the usual distance of the whole page.
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
