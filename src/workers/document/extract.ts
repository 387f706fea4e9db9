import { Failure } from '../../failure';
import type { Page, PdfText } from '../../pdf/document';
import type { ExtractOptions, PageImage, PdfExtractor, RenderOptions } from '../../pdf/extractor';
import { WorkerLost } from '../rpc/link';
import type { WarmWorker } from '../rpc/warm-worker';
import type { DocumentContract, ExtractProgress, PdfSource } from './protocol';
import type { Sources } from './sources';

/** If this number of workers have crashed or hung on the same document, its remaining pages are skipped. */
const MAX_LOST_WORKERS = 3;

const RENDER_DEFAULTS = { dpi: 150, maxPixels: 2_500_000, quality: 0.7 };

/**
 * Creates the part of the PDF reader that runs on the main thread. The other part is `PdfJobs`, in the
 * worker.
 */
export function createPdfExtractor(worker: WarmWorker<DocumentContract>, sources: Sources): PdfExtractor {
  return {
    extract: async (pdf, options) => {
      const file = pdf instanceof Blob ? pdf : new Blob([pdf]);
      return extract(worker, sources.of(file, options), options, (skip) => sources.skip(file, skip));
    },
    renderPage: async (pdf, page, options) => render(worker, sources.of(pdf, options), page, options),
  };
}

/**
 * Reads the document. If the worker ends while it reads a page, a new worker reads the document again without
 * this page.
 */
async function extract(
  worker: WarmWorker<DocumentContract>,
  pdf: PdfSource,
  { signal, onPage, sources = 'with-pages' }: ExtractOptions,
  onSkip: (pages: readonly number[]) => void,
): Promise<PdfText> {
  let skip: readonly number[] = [];
  for (let lost = 1; ; lost += 1) {
    const reading = new Reading(onPage);
    try {
      const found = await worker.call(
        'extract',
        { pdf, skip, sources },
        { signal, onProgress: (progress) => reading.take(progress) },
      );
      const { pageCount, pages } = reading;
      return { pageCount, pages, ...found };
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      const { page } = reading;
      // Either no page was being read when the worker ended, or the page is skipped already. In both cases,
      // skipping a page cannot help.
      if (page === 0 || skip.includes(page)) throw new Failure('pdf-corrupt', { cause: error });
      skip = lost < MAX_LOST_WORKERS ? [...skip, page] : [...skip, ...reading.rest()];
      onSkip(skip);
    }
  }
}

class Reading {
  readonly pages: Page[] = [];
  pageCount = 0;
  /** The page that is being read; 0 before the first page and after the last. */
  page = 0;
  readonly #onPage: ExtractOptions['onPage'];

  constructor(onPage: ExtractOptions['onPage']) {
    this.#onPage = onPage;
  }

  take(progress: ExtractProgress): void {
    switch (progress.type) {
      case 'opened':
        this.pageCount = progress.pageCount;
        return;
      case 'reading':
        this.page = progress.page;
        this.#reportDone(progress.page - 1);
        return;
      case 'assembling':
        this.page = 0;
        this.#reportDone(this.pageCount);
        return;
      case 'pages':
        this.pages.push(...progress.pages);
    }
  }

  rest(): readonly number[] {
    return Array.from({ length: this.pageCount - this.page + 1 }, (_, index) => this.page + index);
  }

  #reportDone(done: number): void {
    if (done > 0) this.#onPage?.(done, this.pageCount);
  }
}

async function render(
  worker: WarmWorker<DocumentContract>,
  pdf: PdfSource,
  page: number,
  { signal, dpi, maxPixels, quality }: RenderOptions,
): Promise<PageImage> {
  const request = {
    pdf,
    page,
    dpi: dpi ?? RENDER_DEFAULTS.dpi,
    maxPixels: maxPixels ?? RENDER_DEFAULTS.maxPixels,
    quality: quality ?? RENDER_DEFAULTS.quality,
  };
  try {
    return await worker.call('render', request, { signal });
  } catch (error) {
    throw error instanceof WorkerLost ? new Failure('pdf-corrupt', { cause: error }) : error;
  }
}
