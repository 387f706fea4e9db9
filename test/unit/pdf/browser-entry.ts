/** Tests call these functions in the browser to read PDFs as the app does. All results are plain data. */
import { Failure } from '../../../src/failure';
import type { PdfText } from '../../../src/pdf/document';
import type { PdfExtractor } from '../../../src/pdf/extractor';
import {
  createDocumentWorker,
  type DocumentPorts,
  type DocumentWorker,
  type WorkerLimits,
} from '../../../src/workers/document/client';
import { browserPorts } from '../../../src/workers/document/start';
import type { WorkerPort } from '../../../src/workers/rpc/port';

/** The outcome of an extraction, in a form that can be sent out of the browser. */
export type Outcome =
  | { readonly text: PdfText; readonly progress: readonly (readonly [done: number, total: number])[] }
  | { readonly failure: string };

export interface ExtractionRequest {
  readonly base64: string;
  readonly password?: string;
  /** The extraction is aborted after this page was reported; with 0, as soon as the worker runs. */
  readonly cancelAt?: number;
}

const ample: WorkerLimits = { silence: 60_000, idle: 60_000, size: 1e9 };

/** The browser's timers and workers. The workers and the pending timers are counted. */
class CountingPorts implements DocumentPorts {
  started = 0;
  running = 0;
  readonly #timersSet = new Set<number>();
  readonly timers = {
    set: (callback: () => void, delay: number): number => {
      const timer = browserPorts.timers.set(() => {
        this.#timersSet.delete(timer);
        callback();
      }, delay);
      this.#timersSet.add(timer);
      return timer;
    },
    clear: (timer: number): void => {
      this.#timersSet.delete(timer);
      browserPorts.timers.clear(timer);
    },
  };
  readonly setup = (): ReturnType<DocumentPorts['setup']> => browserPorts.setup();
  onStart: () => void = () => undefined;

  get timersSet(): number {
    return this.#timersSet.size;
  }

  async startWorker(): Promise<WorkerPort> {
    const port = await browserPorts.startWorker();
    this.started += 1;
    this.running += 1;
    let ended = false;
    this.onStart();
    return {
      ...port,
      terminate: () => {
        if (!ended) this.running -= 1;
        ended = true;
        port.terminate();
      },
    };
  }
}

/** A document worker that uses {@link CountingPorts}. */
export class Stage {
  readonly ports = new CountingPorts();
  readonly #worker: DocumentWorker;

  constructor(limits: Partial<WorkerLimits> = {}) {
    this.#worker = createDocumentWorker(this.ports, { ...ample, ...limits });
  }

  get extractor(): PdfExtractor {
    return this.#worker.extractor;
  }

  dispose(): void {
    this.#worker.dispose();
  }

  async extract({ base64, password, cancelAt }: ExtractionRequest): Promise<Outcome> {
    const progress: (readonly [number, number])[] = [];
    const cancelling = new AbortController();
    if (cancelAt === 0) this.ports.onStart = () => cancelling.abort();
    try {
      const text = await this.extractor.extract(bytesOf(base64), {
        signal: cancelling.signal,
        ...(password === undefined ? {} : { password }),
        onPage: (done, total) => {
          progress.push([done, total]);
          if (done === cancelAt) cancelling.abort();
        },
      });
      return { text, progress };
    } catch (error) {
      return { failure: nameOf(error) };
    }
  }

  /**
   * Extracts a document and makes an offline digest of it. If `cancelAfter` is given, the digest is cancelled
   * after this many ms.
   */
  async digest(
    base64: string,
    cancelAfter?: number,
  ): Promise<{ readonly title: string } | { readonly failure: string }> {
    const pdf = new Blob([bytesOf(base64)]);
    const cancelling = new AbortController();
    const { signal } = cancelling;
    try {
      const { pageCount } = await this.extractor.extract(pdf, { signal, sources: 'in-worker' });
      if (cancelAfter !== undefined) window.setTimeout(() => cancelling.abort(), cancelAfter);
      const document = { pdf, pageCount, recognised: [], notRead: [] };
      const { digest } = await this.#worker.engine.digest(document, null, {
        signal,
        instructions: '',
        outputLanguage: 'auto',
      });
      return { title: digest.title };
    } catch (error) {
      return { failure: nameOf(error) };
    }
  }

  async render(
    base64: string,
    page: number,
    maxPixels: number,
  ): Promise<{ width: number; height: number; type: string; decoded: string }> {
    const image = await this.extractor.renderPage(new Blob([bytesOf(base64)]), page, {
      signal: new AbortController().signal,
      maxPixels,
    });
    const bitmap = await createImageBitmap(image.jpeg);
    return {
      width: image.width,
      height: image.height,
      type: image.jpeg.type,
      decoded: `${bitmap.width}x${bitmap.height}`,
    };
  }

  get state(): { readonly started: number; readonly running: number; readonly timersSet: number } {
    const { started, running, timersSet } = this.ports;
    return { started, running, timersSet };
  }
}

const keptStages = new Map<number, Stage>();

/**
 * Returns a stage whose worker is regarded as hung after this many ms of silence. Each call with the same
 * number returns the same stage.
 */
export function keptStage(silence: number): Stage {
  const stage = keptStages.get(silence) ?? new Stage({ silence });
  keptStages.set(silence, stage);
  return stage;
}

export function nameOf(error: unknown): string {
  return error instanceof Failure ? error.kind : String(error);
}

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}

export interface PdfStageModule {
  readonly Stage: typeof Stage;
  readonly keptStage: typeof keptStage;
}

declare global {
  interface Window {
    pdfStage: PdfStageModule;
  }
}
