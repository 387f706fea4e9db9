import { doubleBytePieces, isDoubleByte } from './double-byte';
import { glyphOrder, type GlyphOrder, numberedPieces } from './glyph-numbers';
import type { CodedItem, Piece } from './piece';

/** Returns the characters that an item of a font means. */
export type Recoding = (item: CodedItem) => readonly Piece[];

/**
 * Finds the fonts of a page whose text is not what pdf.js makes of it, but has another plain meaning: bytes
 * of another encoding, or numbers of glyphs.
 * @param styles `unmapped` where nothing in the PDF says which characters the font's codes are
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

/** The items of each font. */
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
