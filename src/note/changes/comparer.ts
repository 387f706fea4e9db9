import type { PageChanges } from './page-changes';

/** Compares a PDF with the text that its note keeps. The work runs in the document worker. */
export interface PageComparer {
  /**
   * Returns null when the note does not keep the whole text. Pass the same Blob that was extracted, so that
   * the worker does not read it again.
   * @throws Failure `unexpected` or of a `pdf-*` kind; Cancelled
   */
  compare(pdf: Blob, note: string, signal: AbortSignal): Promise<PageChanges | null>;
}
