import type { TextBox } from './text-box';

type Placed = Pick<TextBox, 'text' | 'x' | 'width' | 'rightToLeft'>;

const STRONG_LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]/u;

/** Returns true when most of a line is in a script that is read from the right. */
export function readsFromRight(boxes: readonly Placed[]): boolean {
  let balance = 0;
  for (const { text, rightToLeft } of boxes) {
    if (rightToLeft) balance += text.length;
    else if (/\p{L}/u.test(text)) balance -= text.length;
  }
  return balance > 0;
}

/**
 * Orders the boxes of a line that is read from the right. Numbers, and words in Latin, Greek or Cyrillic
 * letters, are read from the left.
 */
export function fromRight<Box extends Placed>(boxes: readonly Box[]): Box[] {
  const sorted = [...boxes].sort((a, b) => b.x + b.width - a.x - a.width || b.width - a.width);
  const ordered: Box[] = [];
  let at = 0;
  while (at < sorted.length) {
    const length = leftToRightRun(sorted, at);
    for (const box of sorted.slice(at, at + length).reverse()) ordered.push(box);
    at += length;
  }
  return ordered;
}

/**
 * Orders the boxes of a line that is read from the left. Only words of scripts that are read from the right
 * are reordered.
 */
export function withRunsFromRight<Box extends Placed>(boxes: readonly Box[]): Box[] {
  const runs: Box[][] = [];
  let run: Box[] | undefined;
  for (const box of boxes) {
    if (run && box.rightToLeft) run.push(box);
    else {
      runs.push([box]);
      run = box.rightToLeft ? runs[runs.length - 1] : undefined;
    }
  }
  return runs.flatMap((each) => (each.length > 1 ? fromRight(each) : each));
}

/**
 * Returns the number of boxes in the run at `start` that is read from the left. Such a run begins and ends
 * with a box that has a digit or a Latin, Greek or Cyrillic letter. Returns 1 if no run begins at `start`.
 */
function leftToRightRun(boxes: readonly Placed[], start: number): number {
  let length = 1;
  for (let at = start; at < boxes.length; at += 1) {
    const box = boxes[at];
    if (!box || box.rightToLeft) break;
    if (STRONG_LEFT_TO_RIGHT.test(box.text)) length = at - start + 1;
    else if (at === start) break;
  }
  return length;
}

interface PlacedLine {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly rightToLeft: boolean;
}

/**
 * Mirrors the lines of a page that is read from the right, because all rules about columns, indents and cells
 * assume that lines begin on the left. If the rows of the page are drawn from left to right, the lines are
 * not mirrored.
 */
export function withBeginningsLeft<L extends PlacedLine>(lines: readonly L[]): readonly L[] {
  let balance = 0;
  for (const { text, rightToLeft } of lines) balance += rightToLeft ? text.length : -text.length;
  if (balance <= 0 || drawsRowsFromLeft(lines)) return lines;
  return lines.map((line) => ({ ...line, left: -line.right, right: -line.left, rightToLeft: false }));
}

function drawsRowsFromLeft(lines: readonly PlacedLine[]): boolean {
  let toTheRight = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && Math.abs(before.y - line.y) < 0.3 * line.size)
      toTheRight += line.left > before.right ? 1 : -1;
  });
  return toTheRight > 0;
}
