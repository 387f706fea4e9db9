import type { TextItemInput } from '../layout';
import type { Typed } from './typed-items';

/** A blank that a form leaves for a value: underscores, dots, or wide white space. */
const BLANK = /_{2,}|\.{4,}|\u2026{2,}|\s{3,}|\u3000{2,}/g;

/**
 * Maximum distance between the left edge of a field and the estimated start of its blank, in font sizes. The
 * start is an estimate because the widths of characters are.
 */
const MISJUDGED = 6;

/**
 * Cuts items at the blanks that fields fill. "Name: ____ Date: ____" is one item of the content stream with
 * two fields in it. The blank is removed, because the value takes its place. Each later piece begins with
 * spaces for all characters before it, so that its offsets are those of the item.
 */
export function cutAtBlanks(
  items: readonly TextItemInput[],
  typed: readonly Typed[],
): readonly TextItemInput[] {
  return items.flatMap((item, index) => {
    const fields = typed.filter((each) => isInside(item, each)).sort((a, b) => leftOf(a) - leftOf(b));
    return fields.length === 0 ? [{ ...item, index }] : piecesOf({ ...item, index }, fields);
  });
}

function leftOf({ annotation }: Typed): number {
  return annotation.rect[0];
}

/**
 * True when a field is on the line of the item, between the item's start and end. Rotated text is not cut.
 */
function isInside(item: TextItemInput, { annotation, items }: Typed): boolean {
  const [a = 1, b = 0, , size = 1, x = 0, y = 0] = item.transform;
  const [left, bottom, , top] = annotation.rect;
  if (b !== 0 || a <= 0 || annotation.kind === 'mark' || items.length !== 1) return false;
  return (
    y > bottom - 0.5 * size && y < top && left > x && left < x + item.width && item.str.search(BLANK) >= 0
  );
}

function piecesOf(item: TextItemInput, fields: readonly Typed[]): readonly TextItemInput[] {
  const [, , , size = 1, x = 0] = item.transform;
  const advance = item.width / item.str.length;
  const blanks = Array.from(item.str.matchAll(BLANK), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const pieces: TextItemInput[] = [];
  let start = 0;
  for (const field of fields) {
    const estimate = (leftOf(field) - x) / advance;
    const blank = blanks
      .filter(
        ({ from, to }) => from >= start && from - estimate < (MISJUDGED * size) / advance && estimate < to,
      )
      .sort((one, other) => Math.abs(one.from - estimate) - Math.abs(other.from - estimate))[0];
    if (blank === undefined) continue;
    pieces.push(piece(item, start, blank.from, advance));
    start = blank.to;
  }
  return [...pieces, piece(item, start, item.str.length, advance)];
}

function piece(item: TextItemInput, from: number, to: number, advance: number): TextItemInput {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const { gaps, ...plain } = item;
  return {
    ...plain,
    str: ' '.repeat(from) + item.str.slice(from, to),
    transform: [a, b, c, d, e + from * advance, f],
    width: (to - from) * advance,
  };
}
