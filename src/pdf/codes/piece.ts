/** A text item and its font; the fields are those of `TextItemInput`. */
export interface CodedItem {
  readonly str: string;
  readonly fontName: string;
  /** Offsets in `str`, in UTF-16 units, at which pdf.js left out a visible soft hyphen. */
  readonly hyphens?: readonly number[];
}

/**
 * A character of the corrected text, and the characters that the item has in its place; these may be none.
 */
export interface Piece {
  readonly text: string;
  readonly original: string;
}
