import type { Timers } from '../../clock';
import type { FromWorker, ToWorker } from '../document/protocol';

/** One running document worker. */
export interface WorkerPort {
  post(message: ToWorker): void;
  /** The one listener: for what the worker says, and for its end by an error nobody caught. */
  listen(onMessage: (message: FromWorker) => void, onDeath: (reason: unknown) => void): void;
  terminate(): void;
}

/** What the app's side of the document worker needs from its surroundings. */
export interface WorkerPorts {
  /**
   * Starts a worker that is ready for jobs.
   * @throws Failure `pdf-worker`.
   */
  startWorker(): Promise<WorkerPort>;
  readonly timers: Timers;
}
