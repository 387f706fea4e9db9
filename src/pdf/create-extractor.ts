import { Failure } from '../failure';
import type { Page, PdfText } from './document';
import type { ExtractOptions, PdfExtractor, RenderOptions } from './extractor';
import type { PdfPorts } from './ports';
import type { JobMessage, PageImage, PdfSource } from './protocol';
import { WarmWorker, WorkerLost, type Task } from './warm-worker';

/** How long a worker may say nothing, in ms, before it counts as hung: a page takes milliseconds, a bad one seconds. */
const SILENCE_LIMIT_MS = 20_000;

/** Pages that may end a worker before the rest of the document is given up. */
const MAX_LOST_WORKERS = 3;

/** Larger files are refused: pdf.js holds the whole file, and engines give a tab or a phone's app little more. */
const MAX_BYTES = 1_000_000_000;

const RENDER_DEFAULTS = { dpi: 150, maxPixels: 2_500_000, quality: 0.7 };

/** The PDF stage, over a worker that starts with the first PDF. */
export function createPdfExtractor(ports: PdfPorts): PdfExtractor {
  const worker = new WarmWorker(ports);
  const numberOf = numbering();
  return {
    extract: (bytes, options) => extract(worker, bytes, numberOf, options),
    renderPage: (pdf, page, options) => render(worker, pdf, numberOf, page, options),
    dispose: () => worker.dispose(),
  };
}

/** Gives each Blob a number of its own, without keeping it alive. */
function numbering(): (file: Blob) => number {
  const numbers = new WeakMap<Blob, number>();
  let last = 0;
  return (file) => {
    const known = numbers.get(file);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(file, last);
    return last;
  };
}

function sourceOf(file: Blob, numberOf: (file: Blob) => number, { password }: { readonly password?: string }): PdfSource {
  if (file.size === 0) throw new Failure('pdf-empty');
  if (file.size > MAX_BYTES) throw new Failure('pdf-too-large', { details: { bytes: file.size, limit: MAX_BYTES } });
  return { id: numberOf(file), file, ...(password === undefined ? {} : { password }) };
}

/** Reads the document, in a new worker without the page that ended the last one when need be. */
async function extract(
  worker: WarmWorker,
  bytes: ArrayBuffer,
  numberOf: (file: Blob) => number,
  options: ExtractOptions,
): Promise<PdfText> {
  const pdf = sourceOf(new Blob([bytes]), numberOf, options);
  let skip: readonly number[] = [];
  for (let lost = 0; ; ) {
    const progress: Progress = { pageCount: 0, reading: 0 };
    try {
      return await worker.run(extraction(pdf, skip, progress, options), options.signal);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      lost += 1;
      // Lost outside of any page, or twice on the same one: nothing is left to leave out.
      if (progress.reading === 0 || skip.includes(progress.reading)) throw new Failure('pdf-corrupt', { cause: error });
      skip = lost < MAX_LOST_WORKERS ? [...skip, progress.reading] : [...skip, ...from(progress)];
    }
  }
}

/** How far an extraction has come; `reading` is 0 before the first page and after the last. */
interface Progress {
  pageCount: number;
  reading: number;
}

/** The page under way and all after it. */
function from({ reading, pageCount }: Progress): readonly number[] {
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
  return { work: { type: 'extract', pdf, skip }, silenceLimit: SILENCE_LIMIT_MS, onMessage };
}

async function render(
  worker: WarmWorker,
  file: Blob,
  numberOf: (file: Blob) => number,
  page: number,
  options: RenderOptions,
): Promise<PageImage> {
  const pdf = sourceOf(file, numberOf, options);
  const { dpi, maxPixels, quality } = { ...RENDER_DEFAULTS, ...options };
  try {
    return await worker.run<PageImage>(
      {
        work: { type: 'render', pdf, page, dpi, maxPixels, quality },
        silenceLimit: SILENCE_LIMIT_MS,
        onMessage: (message) => (message.type === 'rendered' ? message.image : undefined),
      },
      options.signal,
    );
  } catch (error) {
    throw error instanceof WorkerLost ? new Failure('pdf-corrupt', { cause: error }) : error;
  }
}
