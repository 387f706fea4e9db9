/** A text item with its font, as in `TextItemInput`. */
export interface CodedItem {
  readonly str: string;
  readonly fontName: string;
  /** Offsets in `str`, in UTF-16 units, at which pdf.js left out a visible soft hyphen. */
  readonly hyphens?: readonly number[];
}

/**
 * A corrected character, and the characters of the item for which it stands (none for a removed soft hyphen).
 */
export interface Piece {
  readonly text: string;
  readonly original: string;
}
