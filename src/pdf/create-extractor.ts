import { Failure } from '../failure';
import type { Page, PdfText } from './document';
import type { ExtractOptions, PdfExtractor, RenderOptions } from './extractor';
import type { PdfPorts } from './ports';
import type { JobMessage, PageImage, PdfSource } from './protocol';
import { WarmWorker, WorkerLost, type Task } from './warm-worker';

export interface PdfLimits {
  /** How long a worker may say nothing, in ms, before it counts as hung. */
  readonly silence: number;
  /** How long a worker without work is kept, in ms. */
  readonly idle: number;
  /** Bytes of a PDF. */
  readonly size: number;
}

const LIMITS: PdfLimits = {
  // A page takes milliseconds, a bad one seconds.
  silence: 20_000,
  // The next PDF of a batch comes within seconds.
  idle: 60_000,
  // pdf.js holds the whole file, and engines give a window or a phone's app little more.
  size: 1_000_000_000,
};

/** Pages that may end a worker before the rest of the document is given up. */
const MAX_LOST_WORKERS = 3;

const RENDER_DEFAULTS = { dpi: 150, maxPixels: 2_500_000, quality: 0.7 };

/** The PDF stage, over a worker that starts with the first PDF. */
export function createPdfExtractor(ports: PdfPorts, limits: PdfLimits = LIMITS): PdfExtractor {
  const worker = new WarmWorker(ports, limits);
  const sources = new Sources(limits.size);
  return {
    extract: async (pdf, options) => extract(worker, sources.of(pdf instanceof Blob ? pdf : new Blob([pdf]), options), options),
    renderPage: async (pdf, page, options) => render(worker, sources.of(pdf, options), page, options),
    dispose: () => worker.dispose(),
  };
}

/** Gives each file a number of its own, without keeping it alive. */
class Sources {
  readonly #maxBytes: number;
  readonly #numbers = new WeakMap<Blob, number>();
  #last = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws Failure `pdf-empty` or `pdf-too-large`, before any work. */
  of(file: Blob, { password }: { readonly password?: string }): PdfSource {
    if (file.size === 0) throw new Failure('pdf-empty');
    if (file.size > this.#maxBytes) {
      throw new Failure('pdf-too-large', { details: { bytes: file.size, limit: this.#maxBytes } });
    }
    return { id: this.#numberOf(file), file, ...(password === undefined ? {} : { password }) };
  }

  #numberOf(file: Blob): number {
    const known = this.#numbers.get(file);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#numbers.set(file, this.#last);
    return this.#last;
  }
}

/** Reads the document, in a new worker without the page that ended the last one when need be. */
async function extract(worker: WarmWorker, pdf: PdfSource, options: ExtractOptions): Promise<PdfText> {
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
  { onPage }: ExtractOptions,
): Task<PdfText> {
  const pages: Page[] = [];
  const tellDone = (done: number): void => {
    if (done > 0) onPage?.(done, progress.pageCount);
  };
  const onMessage = (message: JobMessage): PdfText | undefined => {
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
      case 'failed':
        return undefined;
    }
  };
  return { work: { type: 'extract', pdf, skip }, onMessage };
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
