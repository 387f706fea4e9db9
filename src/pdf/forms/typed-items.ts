import type { TextItemInput } from '../layout';
import { FROM_NO_ITEM } from '../layout';
import type { TypedAnnotation } from './annotation';

/** What was typed into one field, as text items that stand where the field draws them: one item a line. */
export interface Typed {
  readonly annotation: TypedAnnotation;
  readonly items: readonly TextItemInput[];
}

/**
 * Font size for a field that leaves it to the viewer, as a share of a single line's height, and its bounds
 * in points.
 */
const AUTO_SIZE = { share: 0.7, least: 4, most: 12 };
/**
 * Distance between the lines that a viewer sets, and a baseline above the foot of its line, in font sizes.
 */
const LEADING = 1.15;
const DESCENT = 0.2;
/** Mean advance of a character, in font sizes: only where no font says it. */
const ADVANCE = 0.5;

/** How a reader of plain text sees that a box is ticked, and that it is not. */
const TICKED = '\u2611';
const UNTICKED = '\u2610';

/** The items of what an annotation holds; none for an empty field. */
export function typedItems(annotation: TypedAnnotation): readonly TextItemInput[] {
  if (annotation.kind === 'mark') return [markItem(annotation)];
  const drawn = annotation.drawn.filter(({ str }) => str.trim() !== '');
  if (isReadable(drawn, annotation.lines)) return drawnLines(annotation, drawn);
  const lines = annotation.kind === 'choice' ? [annotation.lines.join(', ')] : annotation.lines;
  return lines
    .filter((line) => line !== '')
    .map((line, index) => setLine(annotation, line, index, lines.length));
}

/** Latin letters, figures and signs, which the standard fonts of an appearance show as what they are. */
const PLAIN = /^[\x20-\x7e\xa0-\xff\u2010-\u203a\u20ac]*$/;

/**
 * Whether what is drawn can be trusted: the fonts of appearances often have no way to Unicode. Where it is
 * none of the value's characters, and no plain letters either, it is codes.
 */
function isReadable(drawn: readonly TextItemInput[], lines: readonly string[]): boolean {
  const text = squeezed(drawn.map(({ str }) => str).join(''));
  const value = new Set(squeezed(lines.join('')));
  if (text === '') return false;
  const shared = Array.from(value).filter((character) => text.includes(character)).length;
  return value.size === 0 || PLAIN.test(text) || 2 * shared >= value.size;
}

/**
 * What is drawn is what one sees, so it counts where it differs from the value (a date in the field's
 * format). Where it is the value, the value has the better spaces: the characters of a comb field stand in
 * cells of their own.
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
  const isValue = squeezed(drawn.map(({ str }) => str).join('')) === squeezed(value);
  if (!isOneLine || (!isValue && !isComb)) return drawn.map(fromNoItem);
  const width = (last.transform[4] ?? 0) + last.width - (first.transform[4] ?? 0);
  const str = isValue ? value : drawn.map((item) => item.str.trim()).join('');
  const { gaps, ...plain } = first;
  return [fromNoItem({ ...plain, str, width: width > 0 ? width : first.width })];
}

function heightOf({ transform }: TextItemInput): number {
  return transform[5] ?? 0;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

function fromNoItem(item: TextItemInput): TextItemInput {
  return { ...item, index: FROM_NO_ITEM };
}

/** A line as viewers set it that make the appearance themselves. */
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
  return item(
    line,
    left + 2,
    Math.max(bottom, y),
    size,
    Math.min(right - left, line.length * ADVANCE * size),
  );
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
