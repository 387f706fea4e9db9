import { cutBox } from './cut-at-rules';
import type { TextBox } from './text-box';

/**
 * A late glyph is drawn after the rest of its line, which has a gap for it. The gap is searched for only in
 * this number of boxes before the glyph.
 */
const BOXES_LOOKED_AT = 12;
/** Maximum number of UTF-16 units of a late glyph. */
const LONGEST = 4;
/** Maximum distance between the baselines of a late glyph and its line, as a share of the font size. */
const LEVEL = 0.1;
/**
 * Maximum distance from the left edge of a late glyph to the left edge of its gap, in font sizes. It is also
 * the maximum distance between the right edges.
 */
const ROOM = 0.25;

interface Hole {
  /** The index of the box that ends at the gap, or that contains the gap. */
  readonly at: number;
  /** If the gap is inside of a box, the x at which the box is cut: the middle of the late glyph. */
  readonly cut?: number;
}

/**
 * Moves glyphs into the gaps that were left for them. When a font lacks a letter, some programs draw the
 * letter in another font after the rest of the line. pdf.js then reads the gap in the line as a space.
 */
export function withLateGlyphs(boxes: readonly TextBox[]): readonly TextBox[] {
  const out: TextBox[] = [];
  let isChanged = false;
  for (const box of boxes) {
    const hole = box.text.length <= LONGEST && box.text.trim() !== '' ? holeFor(out, box) : undefined;
    const host = hole && out[hole.at];
    if (!hole || !host) {
      out.push(box);
      continue;
    }
    isChanged = true;
    const [left = host, ...right] = hole.cut === undefined ? [host] : cutBox(host, [hole.cut]);
    out.splice(hole.at, 1, left, box, ...right);
  }
  return isChanged ? out : boxes;
}

function holeFor(drawn: readonly TextBox[], box: TextBox): Hole | undefined {
  const last = drawn[drawn.length - 1];
  if (!last || last.font === box.font || last.x + last.width <= box.x) return undefined;
  let next: TextBox | undefined;
  for (let at = drawn.length - 1; at >= 0 && at >= drawn.length - BOXES_LOOKED_AT; at -= 1) {
    const host = drawn[at];
    if (!host || host.angle !== box.angle || Math.abs(host.y - box.y) > LEVEL * box.size) return undefined;
    const right = host.x + host.width;
    if (next && fills(box, right, next.x)) return { at };
    if (host.x < box.x && right > box.x)
      return hasHole(host, box) ? { at, cut: box.x + box.width / 2 } : undefined;
    next = host;
  }
  return undefined;
}

function hasHole({ x, gapEdges = [], pieces }: TextBox, box: TextBox): boolean {
  if (pieces) return false;
  return gapEdges.some(
    (start, edge) => edge % 2 === 0 && fills(box, x + start, x + (gapEdges[edge + 1] ?? start)),
  );
}

function fills({ x, width, size }: TextBox, from: number, to: number): boolean {
  return Math.abs(x - from) < ROOM * size && Math.abs(to - x - width) < ROOM * size;
}
