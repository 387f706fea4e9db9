import type { Page } from '../../pdf/document';

/**
 * What the app asks of pdf.js in the document worker, and what is said about it. Only strings, small records and images
 * leave the worker.
 */

/** Pages count from 1. */
export interface PdfSource {
  /** Numbers the file: a worker that still has it open, or its pages, does not read it again. */
  readonly id: number;
  /** A Blob rather than a buffer, so that a second worker can be given the same file when the first one dies. */
  readonly file: Blob;
  readonly password?: string;
}

/** Where the runs of paragraphs (`SourceRun`) are wanted: with the pages, or only in the worker, for the digest. */
export type SourcesWanted = 'with-pages' | 'in-worker';

export interface ExtractJob {
  readonly type: 'extract';
  readonly pdf: PdfSource;
  /** Pages not to touch, because reading them ended a worker before; they become `unreadable`. */
  readonly skip: readonly number[];
  readonly sources: SourcesWanted;
}

export interface RenderJob {
  readonly type: 'render';
  readonly pdf: PdfSource;
  readonly page: number;
  /** Dots per inch wanted; fewer when the page would have more than `maxPixels` pixels. */
  readonly dpi: number;
  readonly maxPixels: number;
  /** JPEG quality, 0 to 1. */
  readonly quality: number;
}

export type PdfJob = ExtractJob | RenderJob;

/** One page as a picture. Width and height are pixels. */
export interface PageImage {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
}

/** What is said about a job while it runs, and at its end (`extracted` or `rendered`). */
export type PdfMessage =
  | { readonly type: 'opened'; readonly pageCount: number }
  /** Said before a page is read, so that a worker that hangs has named the page. */
  | { readonly type: 'reading'; readonly page: number }
  | { readonly type: 'assembling' }
  /** Some finished pages, in order: a long document comes in several messages, each short to receive. */
  | { readonly type: 'pages'; readonly pages: readonly Page[] }
  | { readonly type: 'extracted'; readonly title?: string }
  | { readonly type: 'rendered'; readonly image: PageImage };
