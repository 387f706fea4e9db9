import type { Timers } from '../../clock';

/** The time between two questions to the worker, in ms. */
const interval = 5_000;
/**
 * Maximum number of questions that a worker may leave unanswered, which is half a minute. Questions are
 * counted and not time, so that the worker is not ended after the app has been asleep.
 */
const mostUnanswered = 6;

/**
 * Finds out whether a worker that may wait for hours still runs its code. It is asked again and again while
 * it has work; a worker that is stuck in one piece of code cannot answer.
 */
export class Heartbeat {
  #timer: number | undefined;
  #unanswered = 0;
  #calls = 0;

  /**
   * @param ask sends a question to the worker
   * @param onStuck is called once the worker has left too many questions unanswered
   */
  constructor(
    private readonly timers: Timers,
    private readonly ask: () => void,
    private readonly onStuck: () => void,
  ) {}

  /** A call begins. */
  begin(): void {
    this.#calls += 1;
    if (this.#calls === 1) this.#schedule();
  }

  /** A call has ended. */
  end(): void {
    this.#calls -= 1;
    if (this.#calls > 0) return;
    if (this.#timer !== undefined) this.timers.clear(this.#timer);
    this.#timer = undefined;
    this.#unanswered = 0;
  }

  /** A message of the worker came. */
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
