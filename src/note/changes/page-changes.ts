/**
 * How the pages of a PDF differ from the version that its note was made from. Page numbers start at 1 and are
 * in order.
 */
export interface PageChanges {
  /** The number of pages of the old version. */
  readonly before: number;
  /** Pages of the new version whose text changed. */
  readonly changed: readonly number[];
  /** Pages of the new version that were added. */
  readonly added: readonly number[];
  /** Pages of the old version that were removed. */
  readonly removed: readonly number[];
  /** Pages of the new version without text to compare, such as scans. */
  readonly notCompared: readonly number[];
}
