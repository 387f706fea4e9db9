import type { Grid } from './ruling';
import type { TextBox } from './text-box';

/** Maximum overlap of a text and the rule (drawn line) beside it, as a share of the font size. */
const TOUCH = 0.15;

/**
 * A full-width punctuation mark may cross a rule by this many font sizes, because half of the mark is empty.
 */
const HALF_EMPTY = 0.5;
const CLOSES = /[，。、；：！？）】》」』〉]/;
const OPENS = /[（【《「『〈]/;

/**
 * Cuts text boxes at the rules between the cells of tables. If neighbouring cells have little room between
 * them, for example in the narrow columns of a spreadsheet, pdf.js joins their texts. A box is cut only where
 * it has a space.
 * @param angle the reading direction of the grids, in degrees; boxes with another direction stay whole
 */
export function cutAtRules(boxes: readonly TextBox[], grids: readonly Grid[], angle: number): TextBox[] {
  if (grids.length === 0) return [...boxes];
  return boxes.flatMap((box) => {
    if (box.gapEdges === undefined || box.pieces !== undefined || box.angle !== angle) return [box];
    const edges = grids.flatMap((grid) => edgesBetweenCells(grid, box));
    return edges.length === 0 ? [box] : cutBox(box, edges);
  });
}

/** Returns the x positions of the rules that cross the box and separate two cells, from left to right. */
function edgesBetweenCells({ xs, ys, cellAt }: Grid, { x, y, width, size }: TextBox): number[] {
  const row = cellAt[ys.findIndex((edge, index) => index > 0 && edge < y + 0.3 * size) - 1];
  if (row === undefined || y > (ys[0] ?? 0)) return [];
  return xs.filter(
    (edge, column) => edge > x && edge < x + width && column > 0 && row[column] !== row[column - 1],
  );
}

/** Cuts a box at each space that contains one of `edges`, the x positions of rules. */
export function cutBox(box: TextBox, edges: readonly number[]): TextBox[] {
  const { text, size, gapEdges = [], hyphens, gaps, ...plain } = box;
  const slack = TOUCH * size;
  const pieces: TextBox[] = [];
  let [from, left, firstGap] = [0, 0, 0];
  const piece = (to: number | undefined, right: number, endGap?: number): TextBox => ({
    ...plain,
    ...(pieces.length > 0 ? { isCut: true } : {}),
    size,
    text: spaced(text, from, to),
    x: box.x + left,
    width: right - left,
    gapEdges: [
      ...Array.from({ length: 2 * from }, () => Number.NaN),
      ...gapEdges.slice(2 * firstGap, endGap === undefined ? undefined : 2 * endGap).map((at) => at - left),
    ],
  });
  let space = -1;
  for (let gap = 0; 2 * gap < gapEdges.length; gap += 1) {
    space = text.indexOf(' ', space + 1);
    const [start = Number.NaN, end = Number.NaN] = gapEdges.slice(2 * gap, 2 * gap + 2);
    if (space < 0) continue;
    const low = box.x + start - (CLOSES.test(text.charAt(space - 1)) ? HALF_EMPTY * size : slack);
    const high = box.x + end + (OPENS.test(text.charAt(space + 1)) ? HALF_EMPTY * size : slack);
    if (!edges.some((edge) => edge > low && edge < high)) continue;
    pieces.push(piece(space, start, gap));
    [from, left, firstGap] = [space + 1, end, gap + 1];
  }
  return pieces.length === 0 ? [box] : [...pieces, piece(undefined, box.width)];
}

/**
 * Returns a part of a text. Spaces replace the characters before the part, so that each character keeps its
 * offset.
 */
function spaced(text: string, from: number, to = text.length): string {
  return ' '.repeat(from) + text.slice(from, to);
}
