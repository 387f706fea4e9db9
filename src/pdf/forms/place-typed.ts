import { type PageInput, type TextBox, textBoxes, type TextItemInput } from '../layout';
import type { Typed } from './typed-items';
import { cutAtBlanks } from './cut-at-blanks';

/**
 * Two texts are on one line if the distance between their baselines is less than this share of the larger
 * font size.
 */
const SAME_LINE = 0.7;
/** Maximum distance of a label from its field, in points: a third of the width of a page. */
const FARTHEST_LABEL = 200;
/** Maximum distance of a check box from the label on its right, as a multiple of the height of the box. */
const MARK_GAP = 2.5;

/**
 * Adds the values that were typed into form fields to the items of the page, in reading order. A value comes
 * after its label, which is to the left of the value or closely above it; a tick comes before a label to its
 * right. A value that fills a blank in a sentence takes the place of the blank. A value that the page itself
 * draws at the same place is not repeated.
 */
export function withTyped(page: PageInput, typed: readonly Typed[]): readonly TextItemInput[] {
  const filled = typed.filter(({ items }) => items.length > 0);
  const missing = filled.filter((each) => !isDrawnByPage(page.items, each));
  if (missing.length === 0) return page.items;
  const { items, filled: inBlanks } = cutAtBlanks(page.items, missing);
  const others = missing.filter((each) => !inBlanks.has(each));
  const places = placesOf({ ...page, items }, others);
  for (const { at, items: own } of inBlanks.values()) places.set(at, [...own, ...(places.get(at) ?? [])]);
  const placed: TextItemInput[] = [];
  for (let index = 0; index <= items.length; index += 1) {
    for (const item of places.get(index) ?? []) placed.push(item);
    const own = items[index];
    if (own !== undefined) placed.push(own.index === undefined ? { ...own, index } : own);
  }
  return placed;
}

/**
 * True when the page itself draws the value inside the field. For a check box, any drawn box or tick counts
 * as the value.
 */
function isDrawnByPage(
  items: readonly TextItemInput[],
  { annotation: { rect, kind }, items: own }: Typed,
): boolean {
  const [left, bottom, right, top] = rect;
  const within = items.filter(
    ({ transform: [, , , , x = 0, y = 0], str }) =>
      str.trim() !== '' && x > left - 2 && x < right && y > bottom - 3 && y < top,
  );
  if (kind === 'mark') return within.some(({ str }) => /[\u2610-\u2612\u2713-\u2718]/.test(str));
  const there = within
    .map(({ str }) => str)
    .join('')
    .replace(/\s+/g, '');
  return (
    there !== '' &&
    there.includes(
      own
        .map(({ str }) => str)
        .join('')
        .replace(/\s+/g, ''),
    )
  );
}

/** Maps the index of an item of the page to the typed items that come before it. */
function placesOf(page: PageInput, typed: readonly Typed[]): Map<number, readonly TextItemInput[]> {
  const boxes = textBoxes({ ...page, items: page.items.map((item, index) => ({ ...item, index })) });
  const anchored = typed.map((each) => {
    const [box] = textBoxes({ ...page, items: each.items });
    return { each, box, at: box === undefined ? page.items.length : placeOf(box, each, boxes) };
  });
  anchored.sort((a, b) =>
    a.box && b.box ? (onOneLine(a.box, b.box) ? a.box.x - b.box.x : b.box.y - a.box.y) : 0,
  );
  const places = new Map<number, readonly TextItemInput[]>();
  for (const { each, at } of anchored) places.set(at, [...(places.get(at) ?? []), ...each.items]);
  return places;
}

function placeOf(box: TextBox, { annotation }: Typed, boxes: readonly TextBox[]): number {
  const level = boxes.filter((other) => other.angle === box.angle);
  const [, bottom, , top] = annotation.rect;
  const before = nearest(level, (other) =>
    isOnLine(box, other, bottom, top) && other.x < box.x ? leftDistance(other, box) : undefined,
  );
  if (annotation.kind === 'mark') {
    const after = nearest(level, (other) => {
      const gap = other.x - box.x - box.width;
      return isOnLine(box, other, bottom, top) && gap > -2 && gap < MARK_GAP * box.size ? gap : undefined;
    });
    if (after !== undefined) return after.box.item;
  }
  const above = nearest(level, (other) => aboveDistance(other, box, top - bottom));
  for (const label of [before, above]) {
    if (label !== undefined && label.distance < FARTHEST_LABEL) return label.box.item + 1;
  }
  // A field without a label comes after the nearest line above it.
  const higher = nearest(level, (other) => (other.y >= box.y ? other.y - box.y : undefined));
  return higher === undefined ? 0 : lastOnLine(higher.box, level) + 1;
}

interface Near {
  readonly box: TextBox;
  readonly distance: number;
}

function nearest(
  boxes: readonly TextBox[],
  distanceOf: (box: TextBox) => number | undefined,
): Near | undefined {
  let found: Near | undefined;
  for (const box of boxes) {
    const distance = distanceOf(box);
    if (distance !== undefined && (found === undefined || distance < found.distance))
      found = { box, distance };
  }
  return found;
}

function onOneLine(a: TextBox, b: TextBox): boolean {
  return a.angle === b.angle && Math.abs(a.y - b.y) < SAME_LINE * Math.max(a.size, b.size);
}

/**
 * True when the label is on the line of the field's text. A tall field may also have its label at another
 * height, to the left of the field.
 */
function isOnLine(box: TextBox, other: TextBox, bottom: number, top: number): boolean {
  if (onOneLine(box, other)) return true;
  return (
    box.angle === 0 &&
    other.y > bottom &&
    other.y + SAME_LINE * other.size < top &&
    other.x + other.width < box.x + 2
  );
}

function leftDistance(other: TextBox, box: TextBox): number {
  return Math.max(0, box.x - other.x - other.width);
}

/** Returns the distance from the label down to the field; undefined when the label is not above the field. */
function aboveDistance(other: TextBox, box: TextBox, height: number): number | undefined {
  const over = Math.min(other.x + other.width, box.x + box.width) - Math.max(other.x, box.x);
  const rise = other.y - box.y;
  if (rise <= SAME_LINE * box.size || over < -1) return undefined;
  return Math.max(0, rise - Math.max(height, box.size));
}

function lastOnLine(box: TextBox, boxes: readonly TextBox[]): number {
  return boxes.reduce((last, other) => (onOneLine(box, other) ? Math.max(last, other.item) : last), box.item);
}
