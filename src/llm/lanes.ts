import { Cancelled, throwIfCancelled } from '../failure';

/**
 * Limits how many requests run at once. Some accounts may send only one request at a time. If the limit is
 * not known, it is learned when the endpoint refuses a request while other requests run.
 */
export class Lanes {
  #limit: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** @param limit the number of requests that the endpoint accepts at once, if known */
  constructor(limit = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
  }

  get areUsed(): boolean {
    return this.#running > 0;
  }

  /** Lowers the limit to the number of requests that run now, but never below one. Returns the new limit. */
  narrow(): number {
    this.#limit = Math.max(1, Math.min(this.#limit, this.#running));
    return this.#limit;
  }

  /**
   * Runs a request as soon as the limit permits it.
   * @throws Cancelled when the signal is aborted before the request begins, or whatever the request throws
   */
  async run<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
    while (this.#running >= this.#limit) await this.#turn(signal);
    throwIfCancelled(signal);
    this.#running += 1;
    try {
      return await request();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    throwIfCancelled(signal);
    await new Promise<void>((resolve, reject) => {
      const begin = (): void => {
        signal.removeEventListener('abort', cancel);
        resolve();
      };
      const cancel = (): void => {
        const at = this.#waiting.indexOf(begin);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(new Cancelled());
      };
      this.#waiting.push(begin);
      signal.addEventListener('abort', cancel, { once: true });
    });
  }
}
