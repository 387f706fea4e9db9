import type { PdfText } from './document';

/**
 * Where the positions of the text in the PDF (`SourceRun`) are kept. `with-pages`: in the returned
 * paragraphs. `in-worker`: only in the worker, which makes the digest.
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
  /** Called after each page, with `done` from 1 to `total`. If a worker fails, `done` starts again from 1. */
  readonly onPage?: (done: number, total: number) => void;
  readonly sources?: SourcesWanted;
}

export interface RenderOptions {
  readonly signal: AbortSignal;
  readonly password?: string;
  /**
   * Resolution in dots per inch, 150 by default. It is lower if the image would have more than `maxPixels`
   * pixels.
   */
  readonly dpi?: number;
  /** 2.5 million by default, slightly more than A4 at 150 dpi. */
  readonly maxPixels?: number;
  /** JPEG quality from 0 to 1, 0.7 by default. */
  readonly quality?: number;
}

/** Turns the bytes of a PDF into text and images. */
export interface PdfExtractor {
  /**
   * Reads all pages. A page that cannot be read gets the kind `unreadable`. An ArrayBuffer cannot be used
   * after the call, so pass a Blob if pages are rendered later. Calls run one after the other.
   * @throws Failure of a `pdf-*` kind, or Cancelled.
   */
  extract(pdf: ArrayBuffer | Blob, options: ExtractOptions): Promise<PdfText>;
  /**
   * Renders a page (from 1) as a JPEG. Pass the same Blob for all pages, so that the file is opened only
   * once.
   * @throws Failure of a `pdf-*` kind, or Cancelled.
   */
  renderPage(pdf: Blob, page: number, options: RenderOptions): Promise<PageImage>;
}
