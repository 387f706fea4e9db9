import { anyOf, untilAborted } from '../../abort';
import type { Timers } from '../../clock';
import { Cancelled, Failure, throwIfCancelled } from '../../failure';
import type { Contract, Handlers, NameIn, RequestOf, ResultOf } from './contract';
import { Link, WorkerLost, type CallOptions, type Ending } from './link';
import type { WorkerPorts } from './port';
import { Silence } from './silence';

export interface WarmOptions<C extends Contract> {
  readonly ports: WorkerPorts<C['setup']> & { readonly timers: Timers };
  readonly services: Handlers<C['services']>;
  /** A worker is ended when it is silent for this time during a call, in ms. */
  readonly silence: number;
  /** A worker is ended when it has had no work for this time, in ms. */
  readonly idle: number;
}

export type WarmCallOptions<Calls, Name extends keyof Calls> = CallOptions<Calls, Name> & {
  /** Another limit for the silence, in ms, for calls that need more time. */
  readonly silence?: number;
};

/**
 * A call fails after it has lost this many workers. It is repeated in a new worker, because the first one may
 * have run out of memory.
 */
const mostLostWorkers = 2;

/**
 * A worker that is started for the first call, runs one call at a time, and is ended when it has had no work
 * for a while. Cancelling ends the worker, because some loops in it cannot be stopped in another way, and a
 * new start takes little time.
 */
export class WarmWorker<C extends Contract> {
  readonly #options: WarmOptions<C>;
  readonly #disposal = new AbortController();
  #link: Link<C> | undefined;
  #idleTimer: number | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: WarmOptions<C>) {
    this.#options = options;
  }

  /**
   * Waits until all earlier calls have ended, then sends the call.
   * @throws Cancelled at once when the signal is aborted; WorkerLost; the Failure of the call, or exactly the
   * object that the handler of a question threw; whatever `onProgress` throws.
   */
  async call<Name extends NameIn<C['calls']>>(
    name: Name,
    request: RequestOf<C['calls'], Name>,
    options: WarmCallOptions<C['calls'], Name>,
  ): Promise<ResultOf<C['calls'], Name>> {
    const { signal, release } = anyOf([options.signal, this.#disposal.signal]);
    const outcome = this.#turn.then(() => this.#callNow(name, request, { ...options, signal }));
    // The caller receives the outcome. The next call waits only until this call has ended.
    this.#turn = Promise.allSettled([outcome]).then(release);
    return untilAborted(outcome, signal);
  }

  /**
   * Sends a call. If its worker is lost, sends it again to a new worker.
   * @throws Failure `unexpected` when the second worker is lost, too; otherwise the errors of `call`.
   */
  async callWithRetry<Name extends NameIn<C['calls']>>(
    name: Name,
    request: RequestOf<C['calls'], Name>,
    options: WarmCallOptions<C['calls'], Name>,
  ): Promise<ResultOf<C['calls'], Name>> {
    for (let lost = 1; ; lost += 1) {
      try {
        return await this.call(name, request, options);
      } catch (thrown) {
        if (!(thrown instanceof WorkerLost)) throw thrown;
        if (lost === mostLostWorkers) throw new Failure('unexpected', { cause: thrown });
      }
    }
  }

  /** Ends the worker permanently. Running and later calls end with Cancelled. */
  dispose(): void {
    this.#disposal.abort();
    this.#stop();
  }

  async #callNow<Name extends NameIn<C['calls']>>(
    name: Name,
    request: RequestOf<C['calls'], Name>,
    options: WarmCallOptions<C['calls'], Name>,
  ): Promise<ResultOf<C['calls'], Name>> {
    const { signal } = options;
    throwIfCancelled(signal);
    this.#keepAwake();
    try {
      const link = (this.#link ??= await this.#start());
      // If the signal was aborted while the worker was starting, there was no worker to stop, so it is
      // stopped now.
      if (signal.aborted) this.#stop();
      throwIfCancelled(signal);
      const ending = await this.#follow(link, name, request, options);
      if ('thrown' in ending) throw ending.thrown;
      return ending.result;
    } finally {
      this.#restAfterIdle();
    }
  }

  /**
   * Sends the call and waits for its end. If the worker does not end the call itself, the worker is stopped.
   */
  async #follow<Name extends NameIn<C['calls']>>(
    link: Link<C>,
    name: Name,
    request: RequestOf<C['calls'], Name>,
    options: WarmCallOptions<C['calls'], Name>,
  ): Promise<Ending<ResultOf<C['calls'], Name>>> {
    const { ports, silence: usual } = this.#options;
    const hang = (): void => link.end(new WorkerLost('hung'));
    const silence = new Silence(ports.timers, options.silence ?? usual, hang);
    try {
      return await link.call(name, request, options, silence);
    } catch (thrown) {
      this.#stop();
      throw thrown;
    } finally {
      silence.end();
    }
  }

  async #start(): Promise<Link<C>> {
    const { ports, services } = this.#options;
    const port = await ports.startWorker();
    return new Link<C>(port, ports.setup(), services, () => this.#stop());
  }

  #keepAwake(): void {
    if (this.#idleTimer !== undefined) this.#options.ports.timers.clear(this.#idleTimer);
    this.#idleTimer = undefined;
  }

  #restAfterIdle(): void {
    this.#keepAwake();
    const { ports, idle } = this.#options;
    if (this.#link !== undefined) this.#idleTimer = ports.timers.set(() => this.#stop(), idle);
  }

  #stop(): void {
    this.#keepAwake();
    this.#link?.end(new Cancelled());
    this.#link = undefined;
  }
}
