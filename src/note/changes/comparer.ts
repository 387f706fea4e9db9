import type { PageChanges } from './page-changes';

/** Compares a PDF with the text in its note, in the document worker. */
export interface PageComparer {
  /**
   * Returns null when no comparison is possible, for example because the note does not contain the whole text
   * of the earlier PDF.
   * @param pdf the same Blob object from which the text of the new PDF was extracted. The worker may still
   *   have the pages of this object. A copy of the object would be read again.
   * @throws Failure `unexpected` or of a `pdf-*` kind; Cancelled
   */
  compare(pdf: Blob, note: string, signal: AbortSignal): Promise<PageChanges | null>;
}
