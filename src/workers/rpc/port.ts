import type { FromWorker, ToWorker } from './messages';

/** The app's interface to one running worker. */
export interface WorkerPort {
  post(message: ToWorker): void;
  /**
   * Replaces the previous listener, if there is one. `onDeath` receives an error that the worker did not
   * catch, or the error that a message could not be read.
   */
  listen(onMessage: (message: FromWorker) => void, onDeath: (reason: unknown) => void): void;
  /** Posts a message and transfers the given buffers to the worker. */
  transfer(message: ToWorker, buffers: readonly Transferable[]): void;
  terminate(): void;
}

/** Starts workers of one kind. */
export interface WorkerPorts<Setup> {
  /**
   * Starts a worker that waits for its setup.
   * @throws Failure when the worker cannot be started
   */
  startWorker(): Promise<WorkerPort>;
  setup(): Setup;
}

/** Returns the port of a real worker. */
export function portOf(worker: Worker): WorkerPort {
  return {
    post: (message) => worker.postMessage(message),
    transfer: (message, buffers) => worker.postMessage(message, [...buffers]),
    listen: (onMessage, onDeath) => {
      worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data);
      worker.onerror = (event) => onDeath(new Error(event.message));
      worker.onmessageerror = () => onDeath(new Error('A message of the worker could not be deserialised.'));
    },
    terminate: () => worker.terminate(),
  };
}
