import type { Line } from './line';

type Placed = Pick<Line, 'text' | 'left' | 'right' | 'y' | 'size' | 'angle'>;

/** Maximum distance between the baselines of a label and its value, as a share of the font size. */
const LEVEL = 0.35;
/** Maximum distance between a label and its value, in font sizes. */
const FARTHEST = 12;
/** Maximum number of labels without a value on a page. A page with more was made to cost time. */
const MOST_LABELS = 200;

/**
 * Moves values to their labels when all of them were drawn after other text, as in a form that is filled over a
 * template. A value is next to its label on the same baseline, and nothing else is drawn beside it.
 */
export function withLateValues<L extends Placed>(lines: readonly L[]): readonly L[] {
  const labels = lines.flatMap((line, index) =>
    ENDS_LABEL.test(line.text) && !isBeside(line, lines[index + 1]) ? [index] : [],
  );
  if (labels.length === 0 || labels.length > MOST_LABELS) return lines;
  const valueOf = new Map<L, L>();
  for (const index of labels) {
    const label = lines[index];
    const value = label && nearest(lines, label);
    const at = value ? lines.indexOf(value) : -1;
    // A value that continues or begins a row of its own stays in this row.
    const isAlone =
      value &&
      !ENDS_LABEL.test(value.text) &&
      !isLevel(lines[at - 1], value) &&
      !isLevel(lines[at + 1], value);
    if (label && isAlone) valueOf.set(label, value);
  }
  if (valueOf.size === 0) return lines;
  const moved = new Set(valueOf.values());
  return lines.flatMap((line) => {
    const value = valueOf.get(line);
    return moved.has(line) ? [] : value ? [line, value] : [line];
  });
}

const ENDS_LABEL = /[\p{L}）)][:：]$/u;

/** Returns the first line to the right of a label. */
function nearest<L extends Placed>(lines: readonly L[], label: L): L | undefined {
  let found: L | undefined;
  for (const line of lines) if (isBeside(label, line) && (!found || line.left < found.left)) found = line;
  return found;
}

function isLevel(one: Placed | undefined, other: Placed): boolean {
  return one?.angle === other.angle && Math.abs(one.y - other.y) < LEVEL * other.size;
}

function isBeside(label: Placed, line: Placed | undefined): boolean {
  if (!line || line === label || !isLevel(line, label)) return false;
  const gap = line.left - label.right;
  return gap > -LEVEL * label.size && gap < FARTHEST * label.size;
}
