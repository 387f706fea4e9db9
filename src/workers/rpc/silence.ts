import { whenAwakeFor, type Timers } from '../../clock';

/**
 * Measures how long a worker has been silent. The time during which the worker waits for an answer of the app
 * is not counted.
 */
export class Silence {
  readonly #timers: Timers;
  readonly #limit: number;
  readonly #onTooLong: () => void;
  #stop: (() => void) | undefined;
  #questions = 0;
  #isOver = false;

  /**
   * Starts measuring.
   * @param limit in ms
   */
  constructor(timers: Timers, limit: number, onTooLong: () => void) {
    this.#timers = timers;
    this.#limit = limit;
    this.#onTooLong = onTooLong;
    this.messageArrived();
  }

  /** Starts measuring again, because a message of the worker has arrived. */
  messageArrived(): void {
    this.#stopTimer();
    if (this.#isOver || this.#questions > 0) return;
    this.#stop = whenAwakeFor(this.#timers, this.#limit, this.#onTooLong);
  }

  /** Pauses the measurement until the worker's question is answered. */
  questionSent(): void {
    this.#questions += 1;
    this.#stopTimer();
  }

  questionAnswered(): void {
    this.#questions -= 1;
    this.messageArrived();
  }

  end(): void {
    this.#isOver = true;
    this.#stopTimer();
  }

  #stopTimer(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
