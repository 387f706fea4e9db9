import type { Line } from './line';

type Placed = Pick<Line, 'spans' | 'text' | 'left' | 'right' | 'y' | 'size' | 'angle'>;

/** Minimum size of an initial, relative to the text beside it. */
const LARGER = 1.8;
/** Maximum distance of an initial from the text beside it, in font sizes of this text. */
const CLOSE = 1;
/** Maximum number of initials on a page. More single letters are probably part of a table or a diagram. */
const MOST_INITIALS = 12;

/**
 * Joins initials (drop caps, several lines high) to the words they begin. Some programs draw all initials
 * before the other text of the page, so an initial can be far from its word in `lines`.
 */
export function withDropCaps<L extends Placed>(lines: readonly L[]): readonly L[] {
  const caps = lines.filter(({ text }) => INITIAL.test(text));
  return caps.length > MOST_INITIALS ? lines : caps.reduce<readonly L[]>(withDropCap, lines);
}

const INITIAL = /^["“‘«]?\p{Lu}$/u;

function withDropCap<L extends Placed>(lines: readonly L[], cap: L): readonly L[] {
  let first: L | undefined;
  for (const line of lines) if (isBeside(line, cap) && line.y > (first?.y ?? cap.y)) first = line;
  if (!first || !/^\p{L}/u.test(first.text)) return lines;
  const whole = { ...first, spans: [...cap.spans, ...first.spans], text: cap.text + first.text };
  return lines.flatMap((line) => (line === cap ? [] : [line === first ? whole : line]));
}

function isBeside(line: Placed, cap: Placed): boolean {
  if (line.angle !== cap.angle || cap.size < LARGER * line.size) return false;
  const gap = line.left - cap.right;
  return Math.abs(gap) < CLOSE * line.size && line.y > cap.y - 0.5 * line.size && line.y < cap.y + cap.size;
}
