import type { PageChanges } from './page-changes';

/** Tells what has changed in a PDF since its note was made. The door to what compares them in the document worker. */
export interface PageComparer {
  /**
   * Null when it cannot be told, because the note does not keep the whole text. Give the Blob that was extracted: it is
   * then not read again.
   * @throws Failure `unexpected`, or of a `pdf-*` kind; Cancelled.
   */
  compare(pdf: Blob, note: string, signal: AbortSignal): Promise<PageChanges | null>;
}
