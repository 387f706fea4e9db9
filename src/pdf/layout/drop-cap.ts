import type { Line } from './line';

type Placed = Pick<Line, 'spans' | 'text' | 'left' | 'right' | 'y' | 'size' | 'angle'>;

/**
 * A letter this many times as large as the text beside it, which begins no further from it than so many font
 * sizes.
 */
const LARGER = 1.8;
const CLOSE = 1;
/** A page with more single letters is a table, a diagram or made to cost time. */
const MOST_INITIALS = 12;

/**
 * Gives initials that are several lines high back to the words they begin: some producers draw them apart
 * from their paragraph, before all text of the page.
 */
export function withDropCaps<L extends Placed>(lines: readonly L[]): readonly L[] {
  const caps = lines.filter(({ text }) => INITIAL.test(text));
  return caps.length > MOST_INITIALS ? lines : caps.reduce<readonly L[]>(withDropCap, lines);
}

const INITIAL = /^["“‘«]?\p{Lu}$/u;

function withDropCap<L extends Placed>(lines: readonly L[], cap: L): readonly L[] {
  let first: L | undefined;
  for (const line of lines) if (standsBeside(line, cap) && line.y > (first?.y ?? cap.y)) first = line;
  if (!first || !/^\p{L}/u.test(first.text)) return lines;
  const whole = { ...first, spans: [...cap.spans, ...first.spans], text: cap.text + first.text };
  return lines.flatMap((line) => (line === cap ? [] : [line === first ? whole : line]));
}

function standsBeside(line: Placed, cap: Placed): boolean {
  if (line.angle !== cap.angle || cap.size < LARGER * line.size) return false;
  const gap = line.left - cap.right;
  return Math.abs(gap) < CLOSE * line.size && line.y > cap.y - 0.5 * line.size && line.y < cap.y + cap.size;
}
