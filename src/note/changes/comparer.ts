import type { PageChanges } from './page-changes';

/** Compares a PDF with the text in its note, in the document worker. */
export interface PageComparer {
  /**
   * Returns null when no comparison is possible, for example because the note does not contain the whole text
   * of the earlier PDF. If `pdf` is the same Blob object from which the text was extracted, the worker does
   * not read it again.
   * @throws Failure `unexpected` or of a `pdf-*` kind; Cancelled
   */
  compare(pdf: Blob, note: string, signal: AbortSignal): Promise<PageChanges | null>;
}
