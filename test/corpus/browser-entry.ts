/**
 * The part of `run.ts` that runs in the browser. It reads the PDFs of a folder (the corpus) in the same way
 * as the app.
 */
import { Failure } from '../../src/failure';
import { createDocumentWorker } from '../../src/workers/document/client';
import type { PageKind } from '../../src/pdf/document';
import type { PdfExtractor } from '../../src/pdf/extractor';
import { browserPorts } from '../../src/workers/document/start';

/** The outcome of one PDF. */
export interface Read {
  /** The kind of the failure, or `unexpected` with the error's text; absent when the PDF was read. */
  readonly failure?: string;
  readonly kinds: readonly PageKind[];
  /** Number of damaged pages, whose text may be incomplete. */
  readonly damaged: number;
  readonly characters: number;
  /** Time in ms to read the text. It includes the start of a worker, if one was started. */
  readonly took: number;
}

class Corpus {
  readonly #extractor: PdfExtractor = createDocumentWorker(browserPorts).extractor;

  async read(url: string): Promise<Read> {
    const bytes = await (await fetch(url)).arrayBuffer();
    const start = performance.now();
    const took = (): number => performance.now() - start;
    try {
      const { pages } = await this.#extractor.extract(bytes, { signal: new AbortController().signal });
      const paragraphs = pages.flatMap((page) => page.paragraphs);
      const characters = paragraphs.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);
      const damaged = pages.filter((page) => page.damaged).length;
      return { kinds: pages.map((page) => page.kind), damaged, characters, took: took() };
    } catch (error) {
      const failure =
        error instanceof Failure && error.kind !== 'unexpected' ? error.kind : `unexpected: ${String(error)}`;
      return { failure, kinds: [], damaged: 0, characters: 0, took: took() };
    }
  }
}

declare global {
  interface Window {
    corpus: Corpus;
  }
}

window.corpus = new Corpus();
