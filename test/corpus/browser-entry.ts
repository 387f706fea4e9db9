/** The half of the corpus runner that runs in the browser: the PDF stage as the app uses it. */
import { Failure } from '../../src/failure';
import { createDocumentWorker } from '../../src/workers/document/client';
import type { PageKind } from '../../src/pdf/document';
import type { PdfExtractor } from '../../src/pdf/extractor';
import { browserPorts } from '../../src/workers/document/start';

/** What became of one PDF. */
export interface Read {
  /** The failure's kind, or `unexpected` with its cause; left out when there is text or at least pages. */
  readonly failure?: string;
  readonly kinds: readonly PageKind[];
  /** Pages of text of which a part may be missing. */
  readonly damaged: number;
  readonly characters: number;
  /** Milliseconds from bytes to text, the start of a worker included when one had to be started. */
  readonly took: number;
}

class Corpus {
  readonly #extractor: PdfExtractor = createDocumentWorker(browserPorts).extractor;

  /** Fetches the file and reads it; never throws. */
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
