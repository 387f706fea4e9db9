import type { Line } from './line';

type Placed = Pick<Line, 'text' | 'left' | 'right' | 'y' | 'size' | 'angle'>;

/** Maximum distance between the baselines of a label and its value, as a share of the font size. */
const LEVEL = 0.35;
/** Maximum distance between a label and its value, in font sizes. */
const FARTHEST = 12;
/** Maximum distance between the lines of a paragraph, in font sizes. */
const CLOSE = 2;
/** Maximum number of labels without a value on a page. Only a hostile PDF has more. */
const MOST_LABELS = 200;

/**
 * Moves a value to its label if the two were not drawn one after the other. This happens in forms whose
 * values are drawn on top of a template. A value is to the right of its label on the same baseline.
 */
export function withLateValues<L extends Placed>(lines: readonly L[]): readonly L[] {
  const labels = lines.flatMap((line, index) =>
    ENDS_LABEL.test(line.text) && !isBeside(line, lines[index + 1]) ? [index] : [],
  );
  if (labels.length === 0 || labels.length > MOST_LABELS) return lines;
  const found = new Map<number, L>();
  for (const index of labels) {
    const label = lines[index];
    const value = label && nearest(lines, label);
    const at = value ? lines.indexOf(value) : -1;
    if (value && !ENDS_LABEL.test(value.text)) found.set(at, label);
  }
  const valueOf = new Map<L, L>();
  for (const [at, label] of found) {
    const value = lines[at];
    // If the previous or the next line is near, it may form a row or a paragraph with the value. Then the
    // value is not moved. A near line that is the value of another label is ignored.
    const isAlone = [at - 1, at + 1].every((next) => found.has(next) || !isNear(lines[next], value));
    if (value && isAlone) valueOf.set(label, value);
  }
  if (valueOf.size === 0) return lines;
  const moved = new Set(valueOf.values());
  return lines.flatMap((line) => {
    const value = valueOf.get(line);
    return moved.has(line) ? [] : value ? [line, value] : [line];
  });
}

/** Matches a line that is only a label. */
const ENDS_LABEL = /^[^:：，。；]{1,20}[:：]$/;

function nearest<L extends Placed>(lines: readonly L[], label: L): L | undefined {
  let found: L | undefined;
  for (const line of lines) if (isBeside(label, line) && (!found || line.left < found.left)) found = line;
  return found;
}

function isLevel(one: Placed | undefined, other: Placed): boolean {
  return one?.angle === other.angle && Math.abs(one.y - other.y) < LEVEL * other.size;
}

/** Returns true for lines on the same baseline, and for a line closely below or above the other one. */
function isNear(one: Placed | undefined, other: Placed | undefined): boolean {
  if (!one || other?.angle !== one.angle) return false;
  const distance = Math.abs(one.y - other.y) / other.size;
  if (distance < LEVEL) return true;
  return distance < CLOSE && Math.min(one.right, other.right) > Math.max(one.left, other.left);
}

function isBeside(label: Placed, line: Placed | undefined): boolean {
  if (!line || line === label || !isLevel(line, label)) return false;
  const gap = line.left - label.right;
  return gap > -LEVEL * label.size && gap < FARTHEST * label.size;
}
