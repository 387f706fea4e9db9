import type { PdfText } from './document';

/**
 * Whether the pages carry the runs of their paragraphs (`SourceRun`), or only the worker keeps them for the
 * digest.
 */
export type SourcesWanted = 'with-pages' | 'in-worker';

/** One page as a picture. Width and height are pixels. */
export interface PageImage {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
}

export interface ExtractOptions {
  readonly signal: AbortSignal;
  readonly password?: string;
  /**
   * Called after each page, `done` from 1 to `total`; starts again from 1 when a worker had to be replaced.
   */
  readonly onPage?: (done: number, total: number) => void;
  /** `in-worker`: paragraphs come without their `source`, and a digest finds the pages in the worker. */
  readonly sources?: SourcesWanted;
}

export interface RenderOptions {
  readonly signal: AbortSignal;
  readonly password?: string;
  /** Dots per inch wanted, 150 by default; fewer when the page would have more than `maxPixels` pixels. */
  readonly dpi?: number;
  /** Default: 2.5 million, an A4 page at 150 dpi with room to spare. */
  readonly maxPixels?: number;
  /** JPEG quality from 0 to 1, 0.7 by default. */
  readonly quality?: number;
}

/** Bytes to text and pictures. The one door of the PDF stage. */
export interface PdfExtractor {
  /**
   * Takes a buffer over: do not use it afterwards. Give a Blob when pages are rendered later. Pages that
   * cannot be read are of kind `unreadable`; the others are there. Calls wait for each other.
   * @throws Failure of a `pdf-*` kind, or Cancelled.
   */
  extract(pdf: ArrayBuffer | Blob, options: ExtractOptions): Promise<PdfText>;
  /**
   * One page (from 1) as a JPEG. Pass the same Blob for every page of a file: it is then opened only once.
   * @throws Failure of a `pdf-*` kind, or Cancelled.
   */
  renderPage(pdf: Blob, page: number, options: RenderOptions): Promise<PageImage>;
}
