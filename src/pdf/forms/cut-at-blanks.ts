import { isFullWidth, type TextItemInput } from '../layout';
import type { Typed } from './typed-items';

/** A blank that a form leaves for a value: underscores, dots, or wide white space. */
const BLANK = /_{2,}|\.{4,}|\u2026{2,}|\s{3,}|\u3000{2,}/g;

/**
 * Maximum distance, in font sizes, between the left edge of a field and its blank. It is so large because the
 * place of the blank is only an estimate.
 */
const MISJUDGED = 6;

/** The items of a page, cut at the blanks that fields fill. */
export interface CutItems {
  readonly items: readonly TextItemInput[];
  /**
   * For each field that fills a blank: the items of the field's value, which belong before
   * `CutItems.items[at]`.
   */
  readonly filled: ReadonlyMap<Typed, { readonly at: number; readonly items: readonly TextItemInput[] }>;
}

/**
 * Cuts items at the blanks that fields fill. "Name: ____ Date: ____" is one item with two fields in it. The
 * values of the fields replace the blanks. A piece begins with one space for each character before it in the
 * item, so that a character has the same offset in the piece and in the item.
 */
export function cutAtBlanks(items: readonly TextItemInput[], typed: readonly Typed[]): CutItems {
  const out: TextItemInput[] = [];
  const filled = new Map<Typed, { at: number; items: readonly TextItemInput[] }>();
  items.forEach((item, index) => {
    const fields = typed.filter((each) => isInside(item, each)).sort((a, b) => leftOf(a) - leftOf(b));
    for (const piece of piecesOf({ ...item, index }, fields)) {
      if ('annotation' in piece) filled.set(piece, { at: out.length, items: filling(piece, item) });
      else out.push(piece);
    }
  });
  return { items: out, filled };
}

function leftOf({ annotation }: Typed): number {
  return annotation.rect[0];
}

/** Returns the value of a field, moved to the baseline of the sentence around it. */
function filling({ annotation, items }: Typed, around: TextItemInput): readonly TextItemInput[] {
  const [left, , right] = annotation.rect;
  return items.map(({ transform, ...item }) => {
    const [a = 1, b = 0, c = 0, d = 1] = transform;
    return { ...item, transform: [a, b, c, d, left, around.transform[5] ?? 0], width: right - left };
  });
}

/**
 * Returns true when a field is on the line of the item, and begins within the item. Rotated text is not cut.
 */
function isInside(item: TextItemInput, { annotation, items }: Typed): boolean {
  const [a = 1, b = 0, , size = 1, x = 0, y = 0] = item.transform;
  const [left, bottom, , top] = annotation.rect;
  if (b !== 0 || a <= 0 || annotation.kind === 'mark' || items.length !== 1) return false;
  return (
    y > bottom - 0.5 * size &&
    y < top &&
    left > x - 0.5 * size &&
    left < x + item.width &&
    item.str.search(BLANK) >= 0
  );
}

function piecesOf(item: TextItemInput, fields: readonly Typed[]): readonly (TextItemInput | Typed)[] {
  if (fields.length === 0) return [item];
  const [, , , size = 1, x = 0] = item.transform;
  const places = placesOf(item);
  const blanks = Array.from(item.str.matchAll(BLANK), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const pieces: (TextItemInput | Typed)[] = [];
  let start = 0;
  for (const field of fields) {
    const distance = ({ from }: { from: number }): number => x + (places[from] ?? 0) - leftOf(field);
    const blank = blanks
      .filter(
        (each) =>
          each.from >= start &&
          distance(each) < MISJUDGED * size &&
          leftOf(field) < x + (places[each.to] ?? 0),
      )
      .sort((one, other) => Math.abs(distance(one)) - Math.abs(distance(other)))[0];
    if (blank === undefined) continue;
    if (blank.from > start) pieces.push(piece(item, start, blank.from, places));
    pieces.push(field);
    start = blank.to;
  }
  return start < item.str.length ? [...pieces, piece(item, start, item.str.length, places)] : pieces;
}

/**
 * Estimates where each character of an item begins and the last one ends, in points from the start of the
 * item.
 */
function placesOf({ str, width }: TextItemInput): readonly number[] {
  const places = [0];
  for (const unit of str) {
    const advance = isFullWidth(unit) ? 2 : 1;
    for (let count = 0; count < unit.length; count += 1)
      places.push((places[places.length - 1] ?? 0) + advance / unit.length);
  }
  const all = places[places.length - 1] ?? 1;
  return places.map((place) => (place * width) / (all || 1));
}

function piece(item: TextItemInput, from: number, to: number, places: readonly number[]): TextItemInput {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const { gaps, ...plain } = item;
  const [start = 0, end = 0] = [places[from], places[to]];
  return {
    ...plain,
    str: ' '.repeat(from) + item.str.slice(from, to),
    transform: [a, b, c, d, e + start, f],
    width: end - start,
  };
}
