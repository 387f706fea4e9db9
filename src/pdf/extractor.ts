import type { PdfText } from './document';

export interface ExtractOptions {
  readonly signal: AbortSignal;
  readonly password?: string;
  /** Called after each page, `done` from 1 to `total`. */
  readonly onPage?: (done: number, total: number) => void;
}

/** Bytes to text. The one door of the PDF stage. */
export interface PdfExtractor {
  /**
   * Takes the bytes over (the buffer is transferred to the worker and empty afterwards).
   * @throws Failure of a `pdf-*` kind, or Cancelled.
   */
  extract(bytes: ArrayBuffer, options: ExtractOptions): Promise<PdfText>;
  /** Ends the worker and frees everything. Work under way ends with Cancelled. */
  dispose(): void;
}
