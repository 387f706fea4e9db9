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
  /** A worker that is silent for so long while it works is ended. In ms. */
  readonly silence: number;
  /** A worker without work for so long is ended. In ms. */
  readonly idle: number;
}

export type WarmCallOptions<Calls, Name extends keyof Calls> = CallOptions<Calls, Name> & {
  /** The longest silence, in ms, where the usual one would be too short. */
  readonly silence?: number;
};

/** Workers that a call may lose before it is given up. One may have been ended for want of memory. */
const mostLostWorkers = 2;

/**
 * A worker that is started for the first call, does one call at a time, and is ended after a while without
 * work. Cancelling ends the worker: nothing else stops every loop in it, and starting anew is cheap.
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
   * Waits for its turn, then runs.
   * @throws Cancelled at once when the signal is aborted; WorkerLost; the Failure that the call ended with,
   * or the very object that answering a question threw; what `onProgress` throws.
   */
  async call<Name extends NameIn<C['calls']>>(
    name: Name,
    request: RequestOf<C['calls'], Name>,
    options: WarmCallOptions<C['calls'], Name>,
  ): Promise<ResultOf<C['calls'], Name>> {
    const { signal, release } = anyOf([options.signal, this.#disposal.signal]);
    const outcome = this.#turn.then(() => this.#callNow(name, request, { ...options, signal }));
    // The caller gets the outcome; the next call waits only for its end.
    this.#turn = Promise.allSettled([outcome]).then(release);
    return untilAborted(outcome, signal);
  }

  /**
   * Calls again in a new worker when the first one is lost.
   * @throws Failure `unexpected` when that one is lost as well; otherwise as `call`.
   */
  async callPatiently<Name extends NameIn<C['calls']>>(
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

  /** Ends the worker for good; calls under way, and later ones, end with Cancelled. */
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
      // A stop during the start found nothing to stop.
      if (signal.aborted) this.#stop();
      throwIfCancelled(signal);
      const ending = await this.#follow(link, name, request, options);
      if ('thrown' in ending) throw ending.thrown;
      return ending.result;
    } finally {
      this.#restAfterIdle();
    }
  }

  /** Makes the call and waits for its end. A worker that does not end the call itself is stopped. */
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
