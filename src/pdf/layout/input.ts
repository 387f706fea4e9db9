import type { Recoding } from '../codes/recoding';

/**
 * A text item of pdf.js (`getTextContent({ disableNormalization: true })`). The list of items must have all
 * items in order, even empty ones, because the source of a text is recorded as the index of its item.
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
   * The width of each space in `str`, or Infinity if the PDF itself contains this space. pdf.js inserts the
   * other spaces into gaps. Our build of pdf.js (`build/patches.mjs`) adds the widths.
   */
  readonly gaps?: readonly number[];
  /**
   * The beginning and the end of each space in `str`, in points from the beginning of the item. Both are NaN
   * if the PDF itself contains this space. Our build of pdf.js adds them.
   */
  readonly gapEdges?: readonly number[];
  /** Offsets in `str` of the visible soft hyphens that pdf.js left out. Our build of pdf.js adds them. */
  readonly hyphens?: readonly number[];
  /**
   * The index of the item in the list of pdf.js, if it differs from the index in this list. `FROM_NO_ITEM`
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

/** One page as pdf.js returns it. Lengths are in points; the origin is the lower left corner of the page. */
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
  /** The corrections for fonts whose text pdf.js reads wrongly. The keys are values of `fontName`. */
  readonly recodings?: ReadonlyMap<string, Recoding>;
}
