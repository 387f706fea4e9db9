import { anyOf, untilAborted } from '../../abort';
import type { Timers } from '../../clock';
import { Cancelled, throwIfCancelled } from '../../failure';
import type { Contract, Handlers, NameIn, RequestOf, ResultOf } from './contract';
import { Link, type CallOptions } from './link';
import type { WorkerPorts } from './port';

/**
 * A worker that the first call starts, and that runs until it is disposed of. If the worker has died or was
 * stuck, the next call starts a new worker. Calls can run at the same time, and can be cancelled separately.
 */
export class LastingWorker<C extends Contract> {
  readonly #ports: WorkerPorts<C['setup']>;
  readonly #services: Handlers<C['services']>;
  readonly #disposal = new AbortController();
  #link: Promise<Link<C>> | undefined;

  constructor(
    ports: WorkerPorts<C['setup']>,
    services: Handlers<C['services']>,
    private readonly timers: Timers,
  ) {
    this.#ports = ports;
    this.#services = services;
  }

  /** True from the moment when the worker begins to start. */
  get isRunning(): boolean {
    return this.#link !== undefined;
  }

  /**
   * Calls a function of the worker, and returns its result. `options.answers` has handlers for the questions
   * that the worker sends during the call. If a handler throws an error, and the worker does not catch it,
   * the call throws the same error.
   * @throws Cancelled at once when the signal is aborted; WorkerLost when the worker dies; the errors of the
   * call; the errors of the start of a worker.
   */
  async call<Name extends NameIn<C['calls']>>(
    name: Name,
    request: RequestOf<C['calls'], Name>,
    options: CallOptions<C['calls'], Name>,
  ): Promise<ResultOf<C['calls'], Name>> {
    const { signal, release } = anyOf([options.signal, this.#disposal.signal]);
    try {
      throwIfCancelled(signal);
      const link = await untilAborted((this.#link ??= this.#start()), signal);
      throwIfCancelled(signal);
      const ending = await link.call(name, request, { ...options, signal });
      if ('thrown' in ending) throw ending.thrown;
      return ending.result;
    } finally {
      release();
    }
  }

  /** Ends the worker permanently. Running and later calls end with Cancelled. */
  dispose(): void {
    this.#disposal.abort();
    this.stop();
  }

  /** Ends the worker. Running calls reject with Cancelled. The next call starts another worker. */
  stop(): void {
    // If the worker did not start, its callers have already received the error.
    this.#link?.then(
      (link) => link.end(new Cancelled()),
      () => undefined,
    );
    this.#link = undefined;
  }

  async #start(): Promise<Link<C>> {
    try {
      const port = await this.#ports.startWorker();
      const forget = (): void => void (this.#link = undefined);
      return new Link<C>(port, this.#ports.setup(), this.#services, forget, this.timers);
    } catch (thrown) {
      this.#link = undefined;
      throw thrown;
    }
  }
}
