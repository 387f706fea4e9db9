import type { Recoding } from '../codes/recoding';

/**
 * The input of the layout: one page as pdf.js returns it. Lengths are points, and the origin is the lower
 * left corner of the page.
 */

/**
 * One entry with a `str` of `getTextContent({ disableNormalization: true }).items` of pdf.js. The list has
 * all of them in order, including the empty ones, because the source of a text is the index of an item in
 * this list.
 */
export interface TextItemInput {
  readonly str: string;
  /** `ltr`, `rtl` or `ttb`. */
  readonly dir: string;
  /** The six numbers of the text matrix, which includes the font size. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
  /**
   * The width of each space in `str`. Our build of pdf.js (`build/patches.mjs`) adds these widths. The width
   * is Infinity for a space that is a character of the PDF.
   */
  readonly gaps?: readonly number[];
  /**
   * The beginning and end of each of these spaces, which our build adds: two numbers each, in points from the
   * beginning of the item along its line. They are NaN for a space that is a character of the PDF.
   */
  readonly gapEdges?: readonly number[];
  /** Offsets in `str` of the visible soft hyphens that pdf.js left out. Our build of pdf.js adds them. */
  readonly hyphens?: readonly number[];
  /**
   * The index of the item in the list of pdf.js, when it differs from its index in this list. `FROM_NO_ITEM`
   * marks text that is not in the content stream of the page, such as the value of a form field.
   */
  readonly index?: number;
}

export interface FontStyleInput {
  /** True for a font without a mapping to Unicode. Our build of pdf.js adds it. */
  readonly unmapped?: boolean;
  readonly vertical?: boolean;
  readonly fontFamily?: string;
  readonly ascent?: number;
  readonly descent?: number;
  /** The font's own name. Our build of pdf.js adds it. */
  readonly name?: string;
}

export interface PageInput {
  /** The page number, from 1. */
  readonly number: number;
  /** Width in points, after rotation. */
  readonly width: number;
  /** Height in points, after rotation. */
  readonly height: number;
  /** The visible part of the page in page space, before rotation: left, bottom, right, top. */
  readonly view: readonly [number, number, number, number];
  /** The rotation of the page in degrees, clockwise. */
  readonly rotate: number;
  readonly items: readonly TextItemInput[];
  readonly styles: Readonly<Record<string, FontStyleInput>>;
  /**
   * Straight lines that are drawn parallel to the axes, in page space: left, bottom, right and top of each
   * line, one after the other.
   */
  readonly rules?: readonly number[];
  /** The corrections for fonts whose text pdf.js reads wrongly, by `fontName`. */
  readonly recodings?: ReadonlyMap<string, Recoding>;
}
