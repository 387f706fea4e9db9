/** A text item with its font, as in `TextItemInput`. */
export interface CodedItem {
  readonly str: string;
  readonly fontName: string;
  /** Offsets in `str`, in UTF-16 units, at which pdf.js left out a visible soft hyphen. */
  readonly hyphens?: readonly number[];
}

/** A corrected character of an item. */
export interface Piece {
  readonly text: string;
  /** The characters in `str` that `text` replaces. Empty for a soft hyphen, because pdf.js leaves it out. */
  readonly original: string;
}
