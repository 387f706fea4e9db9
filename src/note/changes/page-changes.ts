/**
 * The differences between a PDF and the version from which its note was made. Page numbers start at 1 and are
 * in ascending order.
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
  /**
   * Pages of the new version that have a counterpart in the old one but no text to compare, such as scans.
   */
  readonly notCompared: readonly number[];
}
