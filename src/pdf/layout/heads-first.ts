import type { TextBox } from './text-box';

/** The share of the text boxes that is searched for text to move: 0.5 is the first half of the boxes. */
const EARLY_SHARE = 0.5;

/**
 * Moves text to the beginning of the list if it stands straight above all text boxes that come before it. In
 * a PDF from a browser, for example, a floating box comes before the title. Text that is higher, but stands
 * beside these boxes, is not moved: it may be the next column of the page.
 */
export function withHeadsFirst(boxes: readonly TextBox[]): readonly TextBox[] {
  const [first] = boxes;
  if (!first) return boxes;
  let [top, bottom, left, right] = [first.y, first.y, first.x, first.x + first.width];
  for (let at = 1; at < EARLY_SHARE * boxes.length; at += 1) {
    const box = boxes[at];
    if (box?.angle !== first.angle) return boxes;
    const isAbove = box.y > top + box.size && box.x < right && box.x + box.width > left;
    // If the earlier text is only one line, the page may be drawn from the bottom up. Then nothing is moved.
    if (isAbove && top - bottom < box.size) return boxes;
    if (isAbove) {
      let end = at + 1;
      while ((boxes[end]?.y ?? 0) > top + box.size && boxes[end]?.angle === first.angle) end += 1;
      return [...boxes.slice(at, end), ...boxes.slice(0, at), ...boxes.slice(end)];
    }
    top = Math.max(top, box.y);
    bottom = Math.min(bottom, box.y);
    left = Math.min(left, box.x);
    right = Math.max(right, box.x + box.width);
  }
  return boxes;
}
