/** A text item and its font; the fields are those of `TextItemInput`. */
export interface CodedItem {
  readonly str: string;
  readonly fontName: string;
  /** Offsets in `str`, in UTF-16 units, at which pdf.js left out a visible soft hyphen. */
  readonly hyphens?: readonly number[];
}

/** A character of the corrected text, and what the item has in its place: other characters, or nothing. */
export interface Piece {
  readonly text: string;
  readonly original: string;
}
