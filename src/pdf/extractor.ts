import type { PdfText } from './document';

/**
 * States where the positions of the text in the PDF (`SourceRun`) are kept. `with-pages`: in the returned
 * paragraphs. `in-worker`: only in the worker, which uses them for the digest.
 */
export type SourcesWanted = 'with-pages' | 'in-worker';

/** The image of a page. Width and height are in pixels. */
export interface PageImage {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
}

export interface ExtractOptions {
  readonly signal: AbortSignal;
  readonly password?: string;
  /**
   * Called after each page, with `done` from 1 to `total`. It starts again from 1 when a new worker replaces
   * one that failed.
   */
  readonly onPage?: (done: number, total: number) => void;
  /**
   * With `in-worker`, the returned paragraphs have no `source`. The complete pages stay in the worker, where
   * the digest is made from them.
   */
  readonly sources?: SourcesWanted;
}

export interface RenderOptions {
  readonly signal: AbortSignal;
  readonly password?: string;
  /**
   * Resolution in dots per inch, 150 by default. It is reduced when the image would have more than
   * `maxPixels` pixels.
   */
  readonly dpi?: number;
  /** 2.5 million by default, which is slightly more than A4 at 150 dpi. */
  readonly maxPixels?: number;
  /** JPEG quality from 0 to 1, 0.7 by default. */
  readonly quality?: number;
}

/** The interface of the PDF stage, which turns bytes into text and images. */
export interface PdfExtractor {
  /**
   * Reads all pages. It takes ownership of a buffer, so pass a Blob when pages are rendered later. A page
   * that cannot be read has the kind `unreadable`, and the other pages are still returned. Calls run one
   * after the other.
   * @throws Failure of a `pdf-*` kind, or Cancelled.
   */
  extract(pdf: ArrayBuffer | Blob, options: ExtractOptions): Promise<PdfText>;
  /**
   * Renders a page (from 1) as a JPEG. Pass the same Blob for all pages of a file, so that the file is opened
   * only once.
   * @throws Failure of a `pdf-*` kind, or Cancelled.
   */
  renderPage(pdf: Blob, page: number, options: RenderOptions): Promise<PageImage>;
}
