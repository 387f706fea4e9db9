import type { FromWorker, ToWorker } from './messages';

/** One running worker, as the app sees it. */
export interface WorkerPort {
  post(message: ToWorker): void;
  /** Sets the one listener to the worker's messages, and to its end by an error that nothing caught. */
  listen(onMessage: (message: FromWorker) => void, onDeath: (reason: unknown) => void): void;
  /** Posts a message and moves the given buffers to the worker. */
  transfer(message: ToWorker, buffers: readonly Transferable[]): void;
  terminate(): void;
}

/** Starts workers of one kind. */
export interface WorkerPorts<Setup> {
  /**
   * Starts a worker that is ready to be set up.
   * @throws Failure when the engine does not let it start.
   */
  startWorker(): Promise<WorkerPort>;
  /** What each new worker is set up with. */
  setup(): Setup;
}

/** The port of a real worker. */
export function portOf(worker: Worker): WorkerPort {
  return {
    post: (message) => worker.postMessage(message),
    transfer: (message, buffers) => worker.postMessage(message, [...buffers]),
    listen: (onMessage, onDeath) => {
      worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data);
      worker.onerror = (event) => onDeath(new Error(event.message));
      worker.onmessageerror = () => onDeath(new Error('A message of the worker could not be read.'));
    },
    terminate: () => worker.terminate(),
  };
}
