import type { Piece } from './piece';
import { isUsualInChinese } from './usual-ideographs';

/**
 * If a program writes no mapping from glyphs to Unicode, pdf.js returns the numbers of glyphs as text. In
 * many fonts, glyphs have the order of Unicode. Then the code of each character is the number of its glyph
 * plus a constant.
 */

/** A range of glyph numbers, and the constant to add. */
type Shift = readonly [first: number, last: number, added: number];
export type GlyphOrder = readonly Shift[];

/** The Macintosh's glyph order, which most TrueType fonts follow for ASCII (OpenType, table `post`). */
const ASCII: Shift = [0x03, 0x61, 0x1d];
/** The constant for the ideographs of SimSun and NSimSun. */
const SIMSUN = 0x49d0;
/** Maximum difference between `SIMSUN` and the constants of similar fonts. */
const NEAR_SIMSUN = 0x100;
/**
 * The characters of SimSun and NSimSun that are not ideographs: quotation marks, signs such as ≤, circled
 * numbers, commas and full stops, full-width characters.
 */
const SIGNS_OF_SIMSUN: GlyphOrder = [
  [0x100, 0x101, 0x1f1c],
  [0x130, 0x133, 0x2134],
  [0x13a, 0x143, 0x2326],
  [0x1c3, 0x1c5, 0x2e3e],
  [0x2bd, 0x31a, 0xfc44],
];

const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fa5;
/**
 * The most frequent ideographs in office documents. A constant is tried if adding it to a frequent glyph
 * number of a font gives the code of one of these ideographs.
 */
const FREQUENT = '\u7684\u4e00\u6709\u4eba\u548c\u4e0d\u4e3a\u53f7\u516c\u5e74\u672c\u5408';
/** How many of a font's most frequent glyph numbers are compared with `FREQUENT`. */
const CODES_TRIED = 8;
/**
 * A glyph order is accepted only if it gives at least this many ideographs or, for English text, letters and
 * signs.
 */
const FEWEST = 12;
/** Used instead of `FEWEST` if the constant is `SIMSUN`. */
const FEWEST_OF_SIMSUN = 4;
/** Minimum share of ideographs among the glyph numbers that are not ASCII. */
const IDEOGRAPH_SHARE = 0.5;
/**
 * Minimum share of common ideographs among the ideographs. With a wrong constant, the share is about 0.18.
 */
const USUAL_SHARE = 0.85;
/** Minimum share of small letters among the letters and signs of English text. */
const SMALL_SHARE = 0.6;

/** Returns the glyph order that makes the strings of a font readable; undefined when no order does. */
export function glyphOrder(strings: readonly string[]): GlyphOrder | undefined {
  const codes = new Map<number, number>();
  for (const string of strings) {
    for (let at = 0; at < string.length; at += 1) {
      const code = string.charCodeAt(at);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  if (isPlainAscii(codes)) return [ASCII];
  const shift = shiftOfIdeographs(codes);
  if (shift === undefined) return undefined;
  const ideographs: Shift = [FIRST_IDEOGRAPH - shift, LAST_IDEOGRAPH - shift, shift];
  return shift === SIMSUN ? [ASCII, ...SIGNS_OF_SIMSUN, ideographs] : [ideographs];
}

function shiftOfIdeographs(codes: ReadonlyMap<number, number>): number | undefined {
  const frequent = [...codes]
    .sort((a, b) => b[1] - a[1])
    .filter(([code]) => code > ASCII[1])
    .slice(0, CODES_TRIED);
  const tried = new Set([SIMSUN]);
  for (let shift = SIMSUN - NEAR_SIMSUN; shift <= SIMSUN + NEAR_SIMSUN; shift += 1) tried.add(shift);
  for (const [code] of frequent) {
    for (const ideograph of FREQUENT) tried.add(ideograph.charCodeAt(0) - code);
  }
  tried.delete(0);
  return [...tried].find((shift) => isPlainChinese(codes, shift));
}

function isPlainChinese(codes: ReadonlyMap<number, number>, shift: number): boolean {
  let [all, ideographs, usual] = [0, 0, 0];
  for (const [code, count] of codes) {
    if (code <= ASCII[1]) continue;
    all += count;
    const character = code + shift;
    if (character < FIRST_IDEOGRAPH || character > LAST_IDEOGRAPH) continue;
    ideographs += count;
    if (isUsualInChinese(character)) usual += count;
  }
  const fewest = shift === SIMSUN ? FEWEST_OF_SIMSUN : FEWEST;
  return ideographs >= fewest && ideographs >= IDEOGRAPH_SHARE * all && usual >= USUAL_SHARE * ideographs;
}

/** Returns true when the numbers are English text in the Macintosh's glyph order. */
function isPlainAscii(codes: ReadonlyMap<number, number>): boolean {
  let [all, small, vowels] = [0, 0, 0];
  for (const [code, count] of codes) {
    if (code === 0x20 || code === ASCII[0]) continue;
    if (code < ASCII[0] || code > ASCII[1]) return false;
    all += count;
    const character = String.fromCharCode(code + ASCII[2]);
    if (character >= 'a' && character <= 'z') small += count;
    if ('aeiou'.includes(character)) vowels += count;
  }
  return all >= FEWEST && small >= SMALL_SHARE * all && vowels >= 0.2 * small && vowels <= 0.6 * small;
}

/** Returns the characters of glyph numbers. */
export function numberedPieces(numbers: string, order: GlyphOrder): Piece[] {
  return Array.from(numbers, (original) => {
    const code = original.charCodeAt(0);
    const shift = order.find(([first, last]) => code >= first && code <= last);
    // pdf.js adds the spaces between words; they are not glyph numbers.
    return { original, text: shift && original !== ' ' ? String.fromCharCode(code + shift[2]) : original };
  });
}
