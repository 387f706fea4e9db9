import type { Timers } from '../../clock';

/** The time between two pings, in ms. */
const interval = 5_000;
/**
 * Maximum number of pings that a worker may leave unanswered. With `interval`, this is half a minute. Pings
 * are counted instead of time, so that the worker is not ended after the device has been asleep.
 */
const mostUnanswered = 6;

/**
 * Detects a worker that is stuck. While the worker has calls, a ping is sent to it every few seconds; a call
 * may wait for hours. A worker that is stuck in one piece of code cannot reply.
 */
export class Heartbeat {
  #timer: number | undefined;
  #unanswered = 0;
  #calls = 0;

  /**
   * @param ask sends a ping to the worker
   * @param onStuck called when the worker has left too many pings unanswered
   */
  constructor(
    private readonly timers: Timers,
    private readonly ask: () => void,
    private readonly onStuck: () => void,
  ) {}

  /** Must be called when a call begins. */
  begin(): void {
    this.#calls += 1;
    if (this.#calls === 1) this.#schedule();
  }

  /** Must be called when a call has ended. */
  end(): void {
    this.#calls -= 1;
    if (this.#calls > 0) return;
    if (this.#timer !== undefined) this.timers.clear(this.#timer);
    this.#timer = undefined;
    this.#unanswered = 0;
  }

  /** Must be called when a message of the worker has arrived. */
  messageArrived(): void {
    this.#unanswered = 0;
  }

  #schedule(): void {
    this.#timer = this.timers.set(() => {
      if (this.#unanswered === mostUnanswered) return this.onStuck();
      this.#unanswered += 1;
      this.ask();
      this.#schedule();
    }, interval);
  }
}
