import type { Clock } from '../clock';
import type { Endpoint } from './endpoint';
import { sleep } from './wait';

const MINUTE = 60_000;

/** Limits the number of requests in any minute. All models at one address share the limit. */
export class RequestPace {
  readonly #clock: Clock;
  /** For each address, the times of the latest requests, in ms since 1970, the oldest first. */
  readonly #times = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Waits until the limit permits one more request.
   * @throws Cancelled as soon as the signal is aborted.
   */
  async wait(
    { baseUrl, requestsPerMinute }: Pick<Endpoint, 'baseUrl' | 'requestsPerMinute'>,
    signal: AbortSignal,
  ): Promise<void> {
    if (requestsPerMinute === 0) return;
    const times = this.#times.get(baseUrl) ?? [];
    const now = this.#clock.now();
    const at = Math.max(now, (times[times.length - requestsPerMinute] ?? -MINUTE) + MINUTE);
    this.#times.set(baseUrl, [...times, at].slice(-requestsPerMinute));
    if (at > now) await sleep(this.#clock, at - now, signal);
  }
}
