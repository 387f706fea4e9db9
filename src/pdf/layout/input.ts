import type { Recoding } from '../codes/recoding';

/**
 * What layout is given: one page as pdf.js reports it. Lengths are points, the origin is the page's lower
 * left corner.
 */

/**
 * One entry of pdf.js' `getTextContent({ disableNormalization: true }).items` that has a `str`. All of them
 * are given, in order, the empty ones included: an item's index is how a paragraph says where it came from.
 */
export interface TextItemInput {
  readonly str: string;
  /** `ltr`, `rtl` or `ttb`. */
  readonly dir: string;
  /** The six numbers of the text matrix, font size included. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
  /**
   * Our build of pdf.js (`build/patches.mjs`) adds the width of each space in `str`; Infinity for one that is
   * a character.
   */
  readonly gaps?: readonly number[];
  /**
   * Our build also adds where each of these spaces begins and ends: two numbers each, in points from the
   * beginning of the item along its line. They are NaN for a space that is a character.
   */
  readonly gapEdges?: readonly number[];
  /** Our build also adds where in `str` a soft hyphen that takes up room was left out. */
  readonly hyphens?: readonly number[];
  /**
   * The item's index among those of pdf.js, when it differs from its index in this list. `FROM_NO_ITEM` marks
   * text that is not in the page's content stream, such as the value of a form field.
   */
  readonly index?: number;
}

export interface FontStyleInput {
  /** Our build of pdf.js adds this where nothing says which characters the font's codes are. */
  readonly unmapped?: boolean;
  readonly vertical?: boolean;
  readonly fontFamily?: string;
  readonly ascent?: number;
  readonly descent?: number;
  /** Our build of pdf.js adds the font's own name. */
  readonly name?: string;
}

export interface PageInput {
  /** From 1. */
  readonly number: number;
  /** Size as shown, after rotation. */
  readonly width: number;
  readonly height: number;
  /** The visible part in page space, before rotation: left, bottom, right, top. */
  readonly view: readonly [number, number, number, number];
  /** Clockwise, degrees. */
  readonly rotate: number;
  readonly items: readonly TextItemInput[];
  readonly styles: Readonly<Record<string, FontStyleInput>>;
  /**
   * Straight lines drawn along the axes: left, bottom, right, top of each, one after the other, in page
   * space.
   */
  readonly rules?: readonly number[];
  /** By `fontName`: what the items of fonts mean whose text is not what pdf.js makes of it. */
  readonly recodings?: ReadonlyMap<string, Recoding>;
}
