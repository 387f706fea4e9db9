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
  /** A worker is ended if it sends nothing for this time during a call, in ms. */
  readonly silence: number;
  /** A worker without a call is ended after this time, in ms. */
  readonly idle: number;
}

export type WarmCallOptions<Calls, Name extends keyof Calls> = CallOptions<Calls, Name> & {
  /** Replaces `WarmOptions.silence` for a call that takes longer than others, in ms. */
  readonly silence?: number;
};

/**
 * If a worker dies, its call is repeated in a new worker, because the old one may have run out of memory.
 * When this number of workers has died, the call fails.
 */
const mostLostWorkers = 2;

/**
 * A worker that starts at the first call, and ends after some time without a call. It runs one call at a
 * time. Cancelling a call ends the worker, because some loops cannot be stopped in another way.
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
   * Sends the call when all earlier calls have ended. If a handler in `options.answers` throws an error, and
   * the worker does not catch it, the call throws the same error.
   * @throws Cancelled at once when the signal is aborted; WorkerLost; the errors of the call; whatever
   * `onProgress` throws.
   */
  async call<Name extends NameIn<C['calls']>>(
    name: Name,
    request: RequestOf<C['calls'], Name>,
    options: WarmCallOptions<C['calls'], Name>,
  ): Promise<ResultOf<C['calls'], Name>> {
    const { signal, release } = anyOf([options.signal, this.#disposal.signal]);
    const outcome = this.#turn.then(() => this.#callNow(name, request, { ...options, signal }));
    // The next call begins when this one has ended, even if this one has failed.
    this.#turn = Promise.allSettled([outcome]).then(release);
    return untilAborted(outcome, signal);
  }

  /**
   * Sends a call. If the worker is lost, sends the call once more, to a new worker.
   * @throws Failure `unexpected` when the new worker is lost too; otherwise the errors of `call`.
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
      // The signal may have been aborted while the worker was starting.
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
   * Waits for the end of a call. Stops the worker if the call is cancelled or the worker is silent for too
   * long.
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
