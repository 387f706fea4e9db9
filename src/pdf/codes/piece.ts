/** A text item and its font, as layout is given them (`TextItemInput`). */
export interface CodedItem {
  readonly str: string;
  readonly fontName: string;
  /** Where in `str` pdf.js left out a soft hyphen that takes up room, in UTF-16 units. */
  readonly hyphens?: readonly number[];
}

/** A character that was meant, and what the item has for it: other characters, or nothing. */
export interface Piece {
  readonly text: string;
  readonly original: string;
}
