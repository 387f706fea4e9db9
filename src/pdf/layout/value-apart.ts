import type { Stretch } from './line';
import { stretchesOf } from './line';
import type { TextBox } from './text-box';

/** Minimum gap between a label and its value, in font sizes. */
const APART = 0.5;
/**
 * Two labels (or two values) begin or end at the same edge if their positions differ by less than this, in
 * font sizes.
 */
const SAME_EDGE = 0.25;
/** Maximum distance between the baselines of neighbouring lines of a list, in font sizes. */
const FARTHEST = 2.6;

/** A label with its value on one line. Positions and sizes are in points. */
interface Entry {
  readonly left: number;
  readonly labelRight: number;
  readonly valueLeft: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly angle: number;
  /** Number of boxes before the value. Undefined if the label and the value are already two stretches. */
  readonly split?: number;
}

/**
 * Separates labels from their values in a list whose values stand close to the labels: "Invoice no. 118"
 * above "Date 4 May". Lines are a list if their labels begin or end at one edge, and their values also begin
 * or end at one edge.
 */
export function withValuesApart(stretches: readonly Stretch[]): readonly Stretch[] {
  const entries = stretches.map((stretch, index) => entryOf(stretch, stretches[index + 1]));
  if (!entries.some((entry) => entry?.split !== undefined)) return stretches;
  const next = (index: number): number => index + (entries[index]?.split === undefined ? 2 : 1);
  const apart = new Set<number>();
  entries.forEach((entry, index) => {
    const below = next(index);
    if (!entry || !areListed(entry, entries[below])) return;
    apart.add(index).add(below);
  });
  return stretches.flatMap((stretch, index) => {
    const split = apart.has(index) ? entries[index]?.split : undefined;
    if (split === undefined) return [stretch];
    return [...stretchesOf(stretch.boxes.slice(0, split)), ...stretchesOf(stretch.boxes.slice(split))];
  });
}

function entryOf(stretch: Stretch, after: Stretch | undefined): Entry | undefined {
  const { left, right, y, size, angle, boxes, ordered, rightToLeft } = stretch;
  if (!ordered || rightToLeft) return undefined;
  const own = { left, y, size, angle };
  const isBeside = after?.angle === angle && Math.abs(after.y - y) < 0.3 * size && after.left > right;
  const split = splitOf(boxes);
  if (split === undefined)
    return isBeside ? { ...own, labelRight: right, valueLeft: after.left, right: after.right } : undefined;
  const label = boxes[split - 1];
  const labelRight = (label?.x ?? left) + (label?.width ?? 0);
  return isBeside ? undefined : { ...own, labelRight, valueLeft: boxes[split]?.x ?? right, right, split };
}

/**
 * Returns the index of the box after the only wide gap of a line, if a label is before the gap and a value
 * with a digit is after it. Undefined for other lines.
 */
function splitOf(boxes: readonly TextBox[]): number | undefined {
  const wide = boxes.flatMap((box, index) => {
    const before = boxes[index - 1];
    return before && box.x - before.x - before.width > APART * box.size ? [index] : [];
  });
  const [split] = wide;
  if (split === undefined || wide.length > 1) return undefined;
  const [label, value] = [boxes.slice(0, split), boxes.slice(split)].map((part) =>
    part.map(({ text }) => text).join(''),
  );
  return /^\p{L}/u.test(label ?? '') && /\d/.test(value ?? '') ? split : undefined;
}

function areListed(one: Entry, other: Entry | undefined): boolean {
  if (!other || one.angle !== other.angle) return false;
  const { size } = one;
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SAME_EDGE * size;
  const down = one.y - other.y;
  const isNext = down > 0.5 * size && down < FARTHEST * size && isSame(size, other.size);
  return (
    isNext &&
    (isSame(one.left, other.left) || isSame(one.labelRight, other.labelRight)) &&
    (isSame(one.right, other.right) || isSame(one.valueLeft, other.valueLeft))
  );
}
