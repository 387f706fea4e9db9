import { whenAwakeFor, type Timers } from '../../clock';

/**
 * Calls `onTooLong` when a worker has sent nothing for `limit` ms. While the worker waits for an answer of
 * the app, no time is counted.
 */
export class Silence {
  readonly #timers: Timers;
  readonly #limit: number;
  readonly #onTooLong: () => void;
  #stop: (() => void) | undefined;
  #questions = 0;
  #isOver = false;

  constructor(timers: Timers, limit: number, onTooLong: () => void) {
    this.#timers = timers;
    this.#limit = limit;
    this.#onTooLong = onTooLong;
    this.messageArrived();
  }

  /** Must be called for each message of the worker. */
  messageArrived(): void {
    this.#stopTimer();
    if (this.#isOver || this.#questions > 0) return;
    this.#stop = whenAwakeFor(this.#timers, this.#limit, this.#onTooLong);
  }

  /** Must be called when the worker asks the app. */
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
