import type { TextBox } from './text-box';

/** The footnotes and the footer are at most this share of a page's boxes. */
const FEET_SHARE = 0.4;

/** Moves footnotes and a footer at the bottom of a page to the end of the list if they are drawn first. */
export function withFeetLast(boxes: readonly TextBox[]): readonly TextBox[] {
  const [first] = boxes;
  if (!first) return boxes;
  const lowestFrom: number[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = boxes.length - 1; at >= 0; at -= 1) {
    const box = boxes[at];
    if (box?.angle === first.angle) lowest = Math.min(lowest, box.y);
    lowestFrom[at] = lowest;
  }
  let highest = Number.NEGATIVE_INFINITY;
  let feet = 0;
  for (let at = 0; at < FEET_SHARE * boxes.length; at += 1) {
    const box = boxes[at];
    if (box?.angle !== first.angle) break;
    highest = Math.max(highest, box.y);
    if (highest < (lowestFrom[at + 1] ?? 0) - box.size) feet = at + 1;
  }
  return feet === 0 ? boxes : [...boxes.slice(feet), ...boxes.slice(0, feet)];
}
