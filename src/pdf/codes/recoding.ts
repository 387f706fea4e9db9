import { doubleBytePieces, isDoubleByte } from './double-byte';
import { glyphOrder, type GlyphOrder, numberedPieces } from './glyph-numbers';
import type { CodedItem, Piece } from './piece';

/** Returns the corrected characters of an item. */
export type Recoding = (item: CodedItem) => readonly Piece[];

/**
 * Returns a {@link Recoding} for each font whose text consists of glyph numbers, or of bytes of another
 * encoding. The keys are the names of the fonts.
 * @param styles `unmapped` is set for a font without a mapping to Unicode
 */
export function recodingsOf(
  items: readonly CodedItem[],
  styles: Readonly<Record<string, { readonly unmapped?: boolean }>>,
): ReadonlyMap<string, Recoding> {
  const found = new Map<string, Recoding>();
  for (const [font, own] of byFont(items)) {
    const order = styles[font]?.unmapped === true ? glyphOrder(own.map(({ str }) => str)) : undefined;
    if (order) found.set(font, numbered(order));
    else if (isDoubleByte(own)) found.set(font, doubleBytePieces);
  }
  return found;
}

function numbered(order: GlyphOrder): Recoding {
  return ({ str }) => numberedPieces(str, order);
}

/** Groups items by font. */
export function byFont<Item extends { readonly fontName: string }>(
  items: readonly Item[],
): Map<string, Item[]> {
  const fonts = new Map<string, Item[]>();
  for (const item of items) {
    const own = fonts.get(item.fontName);
    if (own) own.push(item);
    else fonts.set(item.fontName, [item]);
  }
  return fonts;
}
