import type { FromWorker, ToWorker } from './protocol';

/** One running PDF worker. */
export interface PdfWorkerPort {
  post(message: ToWorker): void;
  /** The one listener: for what the worker says, and for its end by an error nobody caught. */
  listen(onMessage: (message: FromWorker) => void, onDeath: (reason: unknown) => void): void;
  terminate(): void;
}

/** What the PDF stage needs from its surroundings. */
export interface PdfPorts {
  /**
   * Starts a worker that is ready for jobs.
   * @throws Failure `pdf-worker`.
   */
  startWorker(): Promise<PdfWorkerPort>;
  readonly timers: {
    /** Milliseconds. */
    set(callback: () => void, delay: number): number;
    clear(timer: number): void;
  };
}
