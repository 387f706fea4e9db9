/** How the pages of a PDF differ from those its note was made from. Pages count from 1, in order. */
export interface PageChanges {
  /** How many pages there were. */
  readonly before: number;
  /** Pages of now, with another text than before. */
  readonly changed: readonly number[];
  /** Pages of now that were not there. */
  readonly added: readonly number[];
  /** Pages of before that are not there any more. */
  readonly removed: readonly number[];
  /** Pages of now that have no text to compare, such as scans. */
  readonly notCompared: readonly number[];
}
