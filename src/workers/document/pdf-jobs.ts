import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { logTrouble } from '../../log';
import type { Page } from '../../pdf/document';
import { assembleDocument } from '../../pdf/layout';
import type { ExtractJob, PdfMessage, PdfSource, RenderJob } from './pdf-protocol';
import type { Assets } from './assets';
import { openDocument, WorkerFailure } from '../../pdf/read/open-document';
import { readPage, unreadablePage, type ReadPage } from '../../pdf/read/read-page';
import { renderPage } from '../../pdf/read/render-page';

type Say = (message: PdfMessage) => void;

/** Pages in one message to the app: few enough that receiving one takes a few milliseconds. */
const PAGES_PER_MESSAGE = 25;

/** pdf.js keeps what fonts and pages it has read until it is told not to; read again, fonts take a few milliseconds. */
const PAGES_PER_CLEANUP = 500;

/** Does the jobs, and keeps the document or the pages of the last one while more of it may be asked for. */
export class PdfJobs {
  readonly #assets: Assets;
  #open: { readonly id: number; readonly document: PDFDocumentProxy } | undefined;
  #read: { readonly id: number; readonly pages: readonly Page[] } | undefined;

  constructor(assets: Assets) {
    this.#assets = assets;
  }

  /** Every page's text, in order; the document is closed afterwards. @throws WorkerFailure */
  async extract({ pdf, skip, sources }: ExtractJob, say: Say): Promise<void> {
    this.forgetPages();
    const document = await this.#documentOf(pdf);
    try {
      say({ type: 'opened', pageCount: document.numPages });
      if (document.numPages === 0) throw new WorkerFailure('pdf-empty', 'The document has no pages.');
      const read = await readAll(document, new Set(skip), say);
      say({ type: 'assembling' });
      const pages = assembled(read);
      sayPages(sources === 'with-pages' ? pages : pages.map(withoutSources), say);
      if (sources === 'in-worker') this.#read = { id: pdf.id, pages };
      const title = await titleOf(document);
      say({ type: 'extracted', ...(title === undefined ? {} : { title }) });
    } finally {
      await this.close();
    }
  }

  /** The pages of a document that was extracted; read again when they are not here any more. @throws WorkerFailure */
  async pagesOf({ pdf, skip }: Pick<ExtractJob, 'pdf' | 'skip'>): Promise<readonly Page[]> {
    if (this.#read?.id === pdf.id) return this.#read.pages;
    const document = await this.#documentOf(pdf);
    try {
      return assembled(await readAll(document, new Set(skip), () => undefined));
    } finally {
      await this.close();
    }
  }

  forgetPages(): void {
    this.#read = undefined;
  }

  /** One page as a JPEG; the document stays open for its next page. @throws WorkerFailure */
  async render({ pdf, page, dpi, maxPixels, quality }: RenderJob, say: Say): Promise<void> {
    const document = await this.#documentOf(pdf);
    const shown = await document.getPage(page);
    try {
      say({ type: 'rendered', image: await renderPage(shown, { dpi, maxPixels }, quality) });
    } finally {
      shown.cleanup();
    }
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.document.destroy();
  }

  async #documentOf(pdf: PdfSource): Promise<PDFDocumentProxy> {
    if (this.#open?.id === pdf.id) return this.#open.document;
    await this.close();
    const document = await openDocument(pdf, this.#assets);
    this.#open = { id: pdf.id, document };
    return document;
  }
}

async function readAll(document: PDFDocumentProxy, skip: ReadonlySet<number>, say: Say): Promise<ReadPage[]> {
  const read: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    say({ type: 'reading', page: number });
    read.push(skip.has(number) ? unreadablePage(number) : await readPage(document, number));
    if (number % PAGES_PER_CLEANUP === 0) await document.cleanup();
  }
  return read;
}

function assembled(read: readonly ReadPage[]): readonly Page[] {
  const paragraphs = assembleDocument(read.map(({ layout }) => layout));
  return read.map(({ page }, index) => ({ ...page, paragraphs: paragraphs[index] ?? [] }));
}

function withoutSources(page: Page): Page {
  return { ...page, paragraphs: page.paragraphs.map((paragraph) => ({ ...paragraph, source: [] })) };
}

function sayPages(pages: readonly Page[], say: Say): void {
  for (let at = 0; at < pages.length; at += PAGES_PER_MESSAGE) {
    say({ type: 'pages', pages: pages.slice(at, at + PAGES_PER_MESSAGE) });
  }
}

/** The Title of the document information; a document whose information is damaged has none. */
async function titleOf(document: PDFDocumentProxy): Promise<string | undefined> {
  try {
    const { info } = await document.getMetadata();
    const title: unknown = 'Title' in info ? info.Title : undefined;
    return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
  } catch (reason) {
    logTrouble('document-information-unreadable', reason);
    return undefined;
  }
}
