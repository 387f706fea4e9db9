/** The browser part of the extraction benchmark. It reads documents with three engines. */
import { PDFiumLibrary } from '@hyzyla/pdfium/browser/base64';
import { getDocument, GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createDocumentWorker, type DocumentWorker } from '../../src/workers/document/client';
import { browserPorts } from '../../src/workers/document/start';

/** The measurements of reading one document. Times are in ms. */
export interface Reading {
  readonly pages: number;
  readonly characters: number;
  readonly took: number;
  readonly firstPage: number;
}

export interface DigestReading extends Reading {
  /**
   * The longest time in ms for which the main thread was blocked while the document was read and digested.
   */
  readonly longestGap: number;
  readonly digested: number;
}

GlobalWorkerOptions.workerSrc = '/npm/pdfjs-dist/legacy/build/pdf.worker.mjs';

/** Time in ms between two ticks of the timer that watches the main thread. */
const TICK_MS = 10;

const notAborted = new AbortController().signal;

class Engines {
  readonly #worker: DocumentWorker = createDocumentWorker(browserPorts);
  readonly #pdfjs = PDFWorker.create({ name: 'plain' });
  #pdfium: Promise<PDFiumLibrary> | undefined;

  async ours(url: string, onPage?: (page: number) => void): Promise<Reading> {
    const file = new Blob([await bytesOf(url)]);
    const watch = new Stopwatch();
    const { pages } = await this.#worker.extractor.extract(file, {
      signal: notAborted,
      sources: 'in-worker',
      onPage: (done) => {
        watch.page();
        onPage?.(done);
      },
    });
    const took = watch.time;
    const characters = pages.reduce(
      (sum, page) => sum + page.paragraphs.reduce((all, { text }) => all + text.length, 0),
      0,
    );
    return { pages: pages.length, characters, took, firstPage: watch.firstPage };
  }

  /** Reads with pdf.js alone: the layout is not analysed, and all text of a page is joined. */
  async plain(url: string): Promise<Reading> {
    const data = new Uint8Array(await bytesOf(url));
    const watch = new Stopwatch();
    const loading = getDocument({
      data,
      worker: this.#pdfjs,
      cMapUrl: '/npm/pdfjs-dist/cmaps/',
      cMapPacked: true,
      verbosity: 0,
    });
    const document = await loading.promise;
    let characters = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      characters += items
        .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
        .join('').length;
      page.cleanup();
      watch.page();
    }
    const took = watch.time;
    const pages = document.numPages;
    await loading.destroy();
    return { pages, characters, took, firstPage: watch.firstPage };
  }

  async pdfium(url: string): Promise<Reading> {
    const bytes = new Uint8Array(await bytesOf(url));
    this.#pdfium ??= PDFiumLibrary.init();
    const library = await this.#pdfium;
    const watch = new Stopwatch();
    const document = await library.loadDocument(bytes);
    let characters = 0;
    for (const page of document.pages()) {
      characters += page.getText().length;
      watch.page();
    }
    const took = watch.time;
    const pages = document.getPageCount();
    document.destroy();
    return { pages, characters, took, firstPage: watch.firstPage };
  }

  /** Reads the text, makes an offline digest, and watches the main thread meanwhile. */
  async digest(url: string): Promise<DigestReading> {
    const pdf = new Blob([await bytesOf(url)]);
    const delays = new DelayMeter();
    const watch = new Stopwatch();
    const { pages, pageCount } = await this.#worker.extractor.extract(pdf, {
      signal: notAborted,
      sources: 'in-worker',
      onPage: () => watch.page(),
    });
    const took = watch.time;
    const document = { pdf, pageCount, recognised: [], notRead: [] };
    await this.#worker.engine.digest(document, null, {
      signal: notAborted,
      instructions: '',
      outputLanguage: 'auto',
    });
    return {
      pages: pages.length,
      characters: 0,
      took,
      firstPage: watch.firstPage,
      digested: watch.time - took,
      longestGap: delays.stop(),
    };
  }
}

class Stopwatch {
  readonly #start = performance.now();
  #firstPage: number | undefined;

  page(): void {
    this.#firstPage ??= this.time;
  }

  get time(): number {
    return performance.now() - this.#start;
  }

  get firstPage(): number {
    return this.#firstPage ?? Number.NaN;
  }
}

/** A timer ticks at a fixed interval. A tick that comes late shows that the main thread was blocked. */
class DelayMeter {
  #last = performance.now();
  #longest = 0;
  readonly #timer = window.setInterval(() => this.#tick(), TICK_MS);

  /** Returns the longest delay of a tick in ms. */
  stop(): number {
    this.#tick();
    window.clearInterval(this.#timer);
    return this.#longest;
  }

  #tick(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last - TICK_MS);
    this.#last = now;
  }
}

async function bytesOf(url: string): Promise<ArrayBuffer> {
  return (await fetch(url)).arrayBuffer();
}

declare global {
  interface Window {
    engines: Engines;
    /** Called when the plugin's worker has read a page. The Node part of the benchmark sets this function. */
    reached?: (page: number) => Promise<void>;
  }
}

window.engines = new Engines();
