import type { Timers } from '../../clock';

const pingInterval = 5_000;
/**
 * Number of unanswered pings after which a worker is regarded as stuck. A time limit would be wrong, because
 * time also passes while the device sleeps.
 */
const mostUnanswered = 6;

/**
 * Detects a worker that is stuck, such as in an endless loop. Calls may take hours, so they have no time
 * limit; instead, the worker must reply to pings while calls are running.
 */
export class Heartbeat {
  #timer: number | undefined;
  #unanswered = 0;
  #calls = 0;

  /** @param ask sends a ping to the worker */
  constructor(
    private readonly timers: Timers,
    private readonly ask: () => void,
    private readonly onStuck: () => void,
  ) {}

  begin(): void {
    this.#calls += 1;
    if (this.#calls === 1) this.#schedule();
  }

  end(): void {
    this.#calls -= 1;
    if (this.#calls > 0) return;
    if (this.#timer !== undefined) this.timers.clear(this.#timer);
    this.#timer = undefined;
    this.#unanswered = 0;
  }

  messageArrived(): void {
    this.#unanswered = 0;
  }

  #schedule(): void {
    this.#timer = this.timers.set(() => {
      if (this.#unanswered === mostUnanswered) return this.onStuck();
      this.#unanswered += 1;
      this.ask();
      this.#schedule();
    }, pingInterval);
  }
}
