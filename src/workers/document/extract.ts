import { Failure } from '../../failure';
import { WorkerLost, type Task, type WarmWorker } from '../rpc/warm-worker';
import type { Page, PdfText } from '../../pdf/document';
import type { ExtractOptions, PdfExtractor, RenderOptions } from '../../pdf/extractor';
import type { PageImage, PdfSource } from './pdf-protocol';
import type { Sources } from './sources';

/** Pages that may end a worker before the rest of the document is given up. */
const MAX_LOST_WORKERS = 3;

const RENDER_DEFAULTS = { dpi: 150, maxPixels: 2_500_000, quality: 0.7 };

/** The app's side of the PDF stage, over a worker that starts with the first PDF. */
export function createPdfExtractor(worker: WarmWorker, sources: Sources): PdfExtractor {
  return {
    extract: async (pdf, options) => {
      const file = pdf instanceof Blob ? pdf : new Blob([pdf]);
      return extract(worker, sources.of(file, options), options, (skip) => sources.skip(file, skip));
    },
    renderPage: async (pdf, page, options) => render(worker, sources.of(pdf, options), page, options),
  };
}

/** Reads the document, in a new worker without the page that ended the last one when need be. */
async function extract(
  worker: WarmWorker,
  pdf: PdfSource,
  options: ExtractOptions,
  onSkip: (pages: readonly number[]) => void,
): Promise<PdfText> {
  let skip: readonly number[] = [];
  for (let lost = 1; ; lost += 1) {
    const progress: Progress = { pageCount: 0, reading: 0 };
    try {
      return await worker.run(extraction(pdf, skip, progress, options), options.signal);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      // Lost outside of any page, or again on a page that was not touched: nothing is left to leave out.
      if (progress.reading === 0 || skip.includes(progress.reading)) throw new Failure('pdf-corrupt', { cause: error });
      skip = lost < MAX_LOST_WORKERS ? [...skip, progress.reading] : [...skip, ...rest(progress)];
      onSkip(skip);
    }
  }
}

/** How far an extraction has come; `reading` is 0 before the first page and after the last. */
interface Progress {
  pageCount: number;
  reading: number;
}

/** The page under way and all after it. */
function rest({ reading, pageCount }: Progress): readonly number[] {
  return Array.from({ length: pageCount - reading + 1 }, (_, index) => reading + index);
}

function extraction(
  pdf: PdfSource,
  skip: readonly number[],
  progress: Progress,
  { onPage, sources = 'with-pages' }: ExtractOptions,
): Task<PdfText> {
  const pages: Page[] = [];
  const tellDone = (done: number): void => {
    if (done > 0) onPage?.(done, progress.pageCount);
  };
  const onMessage: Task<PdfText>['onMessage'] = (message) => {
    switch (message.type) {
      case 'opened':
        progress.pageCount = message.pageCount;
        return undefined;
      case 'reading':
        progress.reading = message.page;
        tellDone(message.page - 1);
        return undefined;
      case 'assembling':
        progress.reading = 0;
        tellDone(progress.pageCount);
        return undefined;
      case 'pages':
        pages.push(...message.pages);
        return undefined;
      case 'extracted': {
        const { title } = message;
        return { pageCount: progress.pageCount, pages, ...(title === undefined ? {} : { title }) };
      }
      case 'rendered':
      case 'digesting':
      case 'digested':
      case 'noted':
      case 'compared':
      case 'question':
      case 'failed':
        return undefined;
    }
  };
  return { work: { type: 'extract', pdf, skip, sources }, onMessage };
}

async function render(worker: WarmWorker, pdf: PdfSource, page: number, options: RenderOptions): Promise<PageImage> {
  const { dpi, maxPixels, quality } = { ...RENDER_DEFAULTS, ...options };
  const task: Task<PageImage> = {
    work: { type: 'render', pdf, page, dpi, maxPixels, quality },
    onMessage: (message) => (message.type === 'rendered' ? message.image : undefined),
  };
  try {
    return await worker.run(task, options.signal);
  } catch (error) {
    throw error instanceof WorkerLost ? new Failure('pdf-corrupt', { cause: error }) : error;
  }
}
