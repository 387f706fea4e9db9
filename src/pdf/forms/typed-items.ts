import type { TextItemInput } from '../layout';
import { FROM_NO_ITEM, isFullWidth } from '../layout';
import type { TypedAnnotation } from './annotation';

/** An annotation, and its text as text items at the places where viewers draw them. */
export interface Typed {
  readonly annotation: TypedAnnotation;
  readonly items: readonly TextItemInput[];
}

/**
 * The font size of a field without a stated size: a share of the line height, between two limits in points.
 */
const AUTO_SIZE = { share: 0.7, least: 4, most: 12 };
/** The distance between lines, in font sizes. */
const LEADING = 1.15;
/** The distance of a baseline from the bottom of its line, in font sizes. */
const DESCENT = 0.2;
/** Mean width of a character that is not full-width, in font sizes. */
const ADVANCE = 0.5;
/** How far a baseline may be outside of its field, in points. */
const OUTSIDE = 3;

const TICKED = '\u2611';
const UNTICKED = '\u2610';

/** Returns the text of an annotation as text items; an empty list for an empty field. */
export function typedItems(annotation: TypedAnnotation): readonly TextItemInput[] {
  if (annotation.kind === 'mark') return [markItem(annotation)];
  const drawn = annotation.drawn.filter(({ str }) => str.trim() !== '');
  if (isReadable(drawn, annotation.lines) && areInside(drawn, annotation))
    return drawnLines(annotation, drawn);
  const lines = annotation.kind === 'choice' ? [annotation.lines.join(', ')] : annotation.lines;
  return lines
    .filter((line) => line !== '')
    .map((line, index) => setLine(annotation, line, index, lines.length));
}

/** Latin letters, digits and signs. For these, the fonts of form fields have a correct mapping to Unicode. */
const PLAIN = /^[\x20-\x7e\xa0-\xff\u2010-\u203a\u20ac]*$/;

/**
 * True when the text of the appearance (the field as the PDF draws it) can be used. Fonts of form fields
 * often have no mapping to Unicode, and the text is then wrong.
 */
function isReadable(drawn: readonly TextItemInput[], lines: readonly string[]): boolean {
  const text = withoutSpaces(drawn.map(({ str }) => str).join(''));
  const value = new Set(withoutSpaces(lines.join('')));
  if (text === '') return false;
  const shared = Array.from(value).filter((character) => text.includes(character)).length;
  return value.size === 0 || PLAIN.test(text) || 2 * shared >= value.size;
}

/** Returns true when all lines are inside the field. Viewers cut off lines outside of the field. */
function areInside(drawn: readonly TextItemInput[], { rect: [, bottom, , top] }: TypedAnnotation): boolean {
  return drawn.every((item) => {
    const y = heightOf(item);
    return y > bottom - OUTSIDE && y < top + OUTSIDE;
  });
}

/**
 * Returns the lines of the appearance, because people see these lines. If the appearance is one line with the
 * same characters as the value, returns the value, whose spaces are correct. A comb field draws each
 * character in a separate cell, so the characters of its line are joined.
 */
function drawnLines(
  { lines, isComb }: TypedAnnotation,
  drawn: readonly TextItemInput[],
): readonly TextItemInput[] {
  const value = lines.join(' ');
  const first = drawn[0];
  const last = drawn[drawn.length - 1];
  if (first === undefined || last === undefined) return [];
  const isOneLine = drawn.every((item) => Math.abs(heightOf(item) - heightOf(first)) < 1);
  const isValue = withoutSpaces(drawn.map(({ str }) => str).join('')) === withoutSpaces(value);
  if (!isOneLine || (!isValue && !isComb)) return drawn.map(fromNoItem);
  const width = (last.transform[4] ?? 0) + last.width - (first.transform[4] ?? 0);
  const str = isValue ? value : drawn.map((item) => item.str.trim()).join('');
  const { gaps, ...plain } = first;
  return [fromNoItem({ ...plain, str, width: width > 0 ? width : first.width })];
}

function heightOf({ transform }: TextItemInput): number {
  return transform[5] ?? 0;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

function fromNoItem(item: TextItemInput): TextItemInput {
  return { ...item, index: FROM_NO_ITEM };
}

/** Places a line where viewers draw it when the field has no appearance. */
function setLine(
  { kind, rect, size: given }: TypedAnnotation,
  line: string,
  index: number,
  of: number,
): TextItemInput {
  const [left, bottom, right, top] = rect;
  const height = (top - bottom) / of;
  const auto = Math.max(AUTO_SIZE.least, Math.min(AUTO_SIZE.most, AUTO_SIZE.share * height));
  const size = given || auto;
  const isSingle = of === 1 && kind !== 'free-text' && height < 3 * size;
  const y = isSingle ? bottom + (height - size) / 2 + DESCENT * size : top - size - index * LEADING * size;
  return item(line, left + 2, Math.max(bottom, y), size, Math.min(right - left, widthOf(line) * size));
}

/** Estimates the width of a text, in font sizes. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (isFullWidth(character) ? 1 : ADVANCE), 0);
}

function markItem({ rect: [left, bottom, right, top], checked }: TypedAnnotation): TextItemInput {
  const size = Math.min(top - bottom, right - left);
  return item(
    checked ? TICKED : UNTICKED,
    left,
    (top + bottom - size) / 2 + DESCENT * size,
    size,
    right - left,
  );
}

function item(str: string, x: number, y: number, size: number, width: number): TextItemInput {
  const transform = [size, 0, 0, size, x, y];
  return {
    str,
    dir: 'ltr',
    transform,
    width,
    height: size,
    fontName: '',
    hasEOL: false,
    index: FROM_NO_ITEM,
  };
}
