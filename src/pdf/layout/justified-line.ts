import { appendStretch, type Stretch, stretchesOf } from './line';

type Placed = Pick<Stretch, 'left' | 'right' | 'y' | 'size' | 'angle'>;

/** Maximum difference between the gaps of a justified line, as a share of the font size. */
const ALIKE = 0.25;
/** Maximum width of the gaps of a justified line, in font sizes. Wider gaps are probably between cells. */
const WIDEST_JUSTIFIED = 3.5;
/** Gaps that differ by less than this, in font sizes, are the same. */
const SAME = 0.05;
/**
 * Maximum width of the gaps, in font sizes, if a line has at least two gaps and all gaps are the same. Such
 * wide gaps are common between long words in a narrow column.
 */
const WIDEST_SAME = 8;
/** Two lines have the same edge if their edges differ by less than this share of the font size. */
const FLUSH = 0.15;

/**
 * Joins the stretches (the pieces from which lines are built) that form one line: pieces that touch, and
 * words that justification has moved apart.
 */
export function joinedStretches(stretches: readonly Stretch[]): Stretch[] {
  const pieces = inReadingOrder(stretches);
  const lines: Stretch[] = [];
  let at = 0;
  while (at < pieces.length) {
    const length = justifiedLength(pieces, at, lines[lines.length - 1]);
    const [first, ...rest] = pieces.slice(at, at + length);
    if (!first) break;
    for (const stretch of rest) appendStretch(first, stretch);
    lines.push(first);
    at += length;
  }
  return lines;
}

/**
 * Orders the pieces of one baseline from left to right. Some programs write a line font by font into the PDF,
 * so that a quotation mark may come before or after all words.
 */
function inReadingOrder(stretches: readonly Stretch[]): Stretch[] {
  const ordered: Stretch[] = [];
  let at = 0;
  while (at < stretches.length) {
    const first = stretches[at];
    if (!first) break;
    const level = [first];
    for (let next = stretches[at + 1]; next && isLevel(first, next); next = stretches[at + level.length])
      level.push(next);
    at += level.length;
    const isOrdered = level.every(
      (stretch, index) => stretch.left > (level[index - 1]?.left ?? Number.NEGATIVE_INFINITY),
    );
    if (level.length === 1 || isOrdered || level.some(({ rightToLeft }) => rightToLeft))
      ordered.push(...level);
    else ordered.push(...stretchesOf(level.flatMap(({ boxes }) => boxes).sort((a, b) => a.x - b.x)));
  }
  return ordered;
}

function isLevel(a: Placed, b: Placed): boolean {
  return (
    a.angle === b.angle && Math.abs(a.y - b.y) < 0.1 * a.size && Math.abs(a.size - b.size) < 0.1 * a.size
  );
}

/**
 * Returns the number of pieces from `start` that form one justified line: their gaps are alike, and the line
 * has the same left and right edges as the line before or after it. If they form no such line, returns 1.
 */
export function justifiedLength(
  pieces: readonly Placed[],
  start: number,
  before: Placed | undefined,
): number {
  const first = pieces[start];
  if (!first) return 1;
  let end = start + 1;
  let last = first;
  let narrowest = Number.POSITIVE_INFINITY;
  let widest = 0;
  for (
    let piece = pieces[end];
    piece && isLevel(first, piece) && piece.left > last.right;
    piece = pieces[end]
  ) {
    const gap = (piece.left - last.right) / first.size;
    narrowest = Math.min(narrowest, gap);
    widest = Math.max(widest, gap);
    last = piece;
    end += 1;
  }
  const isSame = end > start + 2 && widest - narrowest < SAME;
  if (end === start + 1 || widest > (isSame ? WIDEST_SAME : WIDEST_JUSTIFIED) || widest - narrowest > ALIKE)
    return 1;
  const line = { left: first.left, right: last.right };
  const after = pieces[end];
  const isFlush = [before, after].some(
    (other) =>
      other?.angle === first.angle &&
      Math.abs(other.left - line.left) < FLUSH * first.size &&
      Math.abs(other.right - line.right) < FLUSH * first.size,
  );
  return isFlush ? end - start : 1;
}
