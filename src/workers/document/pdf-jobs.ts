import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Failure } from '../../failure';
import type { EmbeddedInvoices } from '../../pdf/attachments/invoice';
import type { Page } from '../../pdf/document';
import type { PageImage } from '../../pdf/extractor';
import { budget } from '../../pdf/read/budget';
import { embeddedInvoices } from '../../pdf/read/embedded-invoices';
import type { PdfAssets } from '../../pdf/read/factories';
import { assemblePages, readAllPages, titleOf } from '../../pdf/read/read-document';
import { failureOfPdf, openDocument } from '../../pdf/read/open-document';
import { renderPage } from '../../pdf/read/render-page';
import type {
  DocumentContract,
  DocumentRequest,
  ExtractProgress,
  ExtractRequest,
  PdfSource,
  RenderRequest,
} from './protocol';

/** The contents of a document: its pages, and the invoices that are embedded in it. */
export interface DocumentContents {
  readonly pages: readonly Page[];
  readonly embedded: EmbeddedInvoices;
}

type Report = (progress: ExtractProgress) => void;
type Extracted = DocumentContract['calls']['extract']['result'];

/** Number of pages in one message. The main thread can receive 25 pages in a few milliseconds. */
const PAGES_PER_MESSAGE = 25;

/**
 * The work on PDFs that runs in the worker. Between two calls, the object keeps the open document or its
 * contents, because the next call may need them.
 */
export class PdfJobs {
  readonly #assets: PdfAssets;
  #open: { readonly id: number; readonly document: PDFDocumentProxy } | undefined;
  #read: ({ readonly id: number } & DocumentContents) | undefined;

  constructor(assets: PdfAssets) {
    this.#assets = assets;
  }

  /**
   * Reports every page's text, in order. Closes the document. Returns its title and its embedded invoices.
   * @throws Failure of a `pdf-*` kind
   */
  extract(request: ExtractRequest, report: Report): Promise<Extracted> {
    return asPdfFailure(this.#extract(request, report));
  }

  /**
   * Returns the contents of a document that was extracted. If this worker no longer has the contents, it
   * reads the document again.
   * @throws Failure of a `pdf-*` kind when the document cannot be opened
   */
  async contentsOf({ pdf, skip }: DocumentRequest): Promise<DocumentContents> {
    if (this.#read?.id === pdf.id) return this.#read;
    const document = await this.#documentOf(pdf);
    try {
      const pages = assemblePages(await readAllPages(document, new Set(skip)));
      return { pages, embedded: await embeddedInvoices(document) };
    } finally {
      await this.#close();
    }
  }

  forgetContents(): void {
    this.#read = undefined;
  }

  /**
   * Renders one page as a JPEG. The document stays open for its next page.
   * @throws Failure of a `pdf-*` kind
   */
  render(request: RenderRequest): Promise<PageImage> {
    return asPdfFailure(this.#render(request));
  }

  async #extract({ pdf, skip, sources }: ExtractRequest, report: Report): Promise<Extracted> {
    this.forgetContents();
    const document = await this.#documentOf(pdf);
    try {
      report({ type: 'opened', pageCount: document.numPages });
      if (document.numPages === 0) throw new Failure('pdf-empty');
      const read = await readAllPages(document, new Set(skip), (page) => report({ type: 'reading', page }));
      report({ type: 'assembling' });
      const pages = assemblePages(read);
      reportPages(sources === 'with-pages' ? pages : pages.map(withoutSources), report);
      const embedded = await embeddedInvoices(document);
      if (sources === 'in-worker') this.#read = { id: pdf.id, pages, embedded };
      const title = await titleOf(document);
      return {
        ...(title === undefined ? {} : { title }),
        ...(embedded.invoices.length + embedded.unreadable === 0 ? {} : { embedded }),
      };
    } finally {
      await this.#close();
    }
  }

  async #render({ pdf, page, dpi, maxPixels, quality }: RenderRequest): Promise<PageImage> {
    const document = await this.#documentOf(pdf);
    budget.begin();
    const shown = await document.getPage(page);
    try {
      const image = await renderPage(shown, { dpi, maxPixels }, quality);
      if (budget.isExceeded) throw new Failure('pdf-too-complex');
      return image;
    } finally {
      shown.cleanup();
    }
  }

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.document.destroy();
  }

  async #documentOf(pdf: PdfSource): Promise<PDFDocumentProxy> {
    if (this.#open?.id === pdf.id) return this.#open.document;
    await this.#close();
    const document = await openDocument(pdf, this.#assets);
    this.#open = { id: pdf.id, document };
    return document;
  }
}

async function asPdfFailure<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (thrown) {
    throw failureOfPdf(thrown);
  }
}

function withoutSources(page: Page): Page {
  return { ...page, paragraphs: page.paragraphs.map((paragraph) => ({ ...paragraph, source: [] })) };
}

function reportPages(pages: readonly Page[], report: Report): void {
  for (let at = 0; at < pages.length; at += PAGES_PER_MESSAGE) {
    report({ type: 'pages', pages: pages.slice(at, at + PAGES_PER_MESSAGE) });
  }
}
