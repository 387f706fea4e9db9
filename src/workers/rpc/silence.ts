import type { WorkerPorts } from './ports';

/** How long a worker has said nothing. While it waits for us, its silence means nothing. */
export class Silence {
  readonly #timers: WorkerPorts['timers'];
  readonly #limit: number;
  #onTooLong: (() => void) | undefined;
  #timer: number | undefined;
  #questions = 0;

  constructor(timers: WorkerPorts['timers'], limit: number) {
    this.#timers = timers;
    this.#limit = limit;
  }

  begin(onTooLong: () => void): void {
    this.#onTooLong = onTooLong;
    this.broken();
  }

  /** The worker has said something. */
  broken(): void {
    this.#stopTimer();
    if (this.#onTooLong === undefined || this.#questions > 0) return;
    this.#timer = this.#timers.set(this.#onTooLong, this.#limit);
  }

  asked(): void {
    this.#questions += 1;
    this.#stopTimer();
  }

  answered(): void {
    this.#questions -= 1;
    this.broken();
  }

  /** The job is over: nothing is waited for any more. */
  end(): void {
    this.#onTooLong = undefined;
    this.#stopTimer();
  }

  #stopTimer(): void {
    if (this.#timer !== undefined) this.#timers.clear(this.#timer);
    this.#timer = undefined;
  }
}
