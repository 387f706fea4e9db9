import type { LaidBlock, PageLayout } from './page-layout';
import { hasSectionNumber } from './marker';
import { hasLabel, hasLeaders } from './own-line';
import { endsSentence } from './script';

/** The size and font of most of the text of a document. */
export interface BodyStyle {
  readonly size: number;
  /** The font of more than half of the text; undefined when there is no such font. */
  readonly font: string | undefined;
}

/** Returns the size and the font of most characters of the document. */
export function bodyStyle(pages: readonly PageLayout[]): BodyStyle {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { blocks } of pages) {
    for (const { size, font, text } of blocks) {
      const rounded = Math.round(size * 2) / 2;
      sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
      fonts.set(font, (fonts.get(font) ?? 0) + text.length);
    }
  }
  return { size: mostFrequent(sizes) ?? 1, font: ofMost(fonts) };
}

function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = 0;
  for (const [key, count] of counts) {
    if (count <= most) continue;
    best = key;
    most = count;
  }
  return best;
}

function ofMost<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const best = mostFrequent(counts);
  return best !== undefined && (counts.get(best) ?? 0) > total / 2 ? best : undefined;
}

const LONGEST_HEADING = 150;
const MOST_LINES = 3;
const LARGER = 1.12;
const CAPTION = /^(?:figure|fig\.|table|图|表|圖)\s?[\d一二三四五六七八九十]/i;

/** The fields of a block that {@link isHeading} needs. */
export type HeadingCandidate = Pick<
  LaidBlock,
  'text' | 'lineCount' | 'size' | 'oneFont' | 'font' | 'isRow' | 'isListItem'
>;

/**
 * Returns true for a short block that is not a sentence, if the block is larger than the body text, has a
 * section number, or is all in another font than the body text.
 */
export function isHeading(block: HeadingCandidate, body: BodyStyle): boolean {
  const { text, lineCount, size, oneFont, font, isRow } = block;
  if (isRow || lineCount > MOST_LINES || text.length > LONGEST_HEADING || !/\p{L}/u.test(text)) return false;
  if (CAPTION.test(text) || hasLeaders(text) || /[.,;，。；、]$/.test(text)) return false;
  if (size > LARGER * body.size) return true;
  const standsOut = oneFont && body.font !== undefined && font !== body.font && size > 0.95 * body.size;
  if (hasSectionNumber(text)) return (standsOut || lineCount === 1) && text.length < 80;
  return standsOut && lineCount === 1 && !endsSentence(text) && !hasLabel(text) && !block.isListItem;
}
