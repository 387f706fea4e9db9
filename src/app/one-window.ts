import type { Timers } from '../clock';

/**
 * A window works without the lock for this time, in ms. If it still has no lock then, it stops working and
 * waits until the other window closes. A plugin that was turned off and on again gets its own lock back
 * within this time. A new PDF needs longer to settle, so a window without the lock cannot begin with it.
 */
const grace = 1_000;

/** The part of the browser's Web Locks that is used here. Locks are shared by all windows of the app. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Lets only one of several windows of a vault work on this device. The others wait, and one of them takes
 * over when the working window closes.
 */
export class OneWindow {
  #isWorking = true;
  #release: (() => void) | null = null;
  #timer = 0;
  readonly #disposal = new AbortController();

  /**
   * @param locks undefined in engines without Web Locks, where every window works
   * @param name the same for all windows of a vault, and different for every vault
   * @param onChange is called when this window begins to wait, and when it takes over
   */
  constructor(
    private readonly locks: Locks | undefined,
    private readonly name: string,
    private readonly timers: Timers,
    private readonly onChange: (isWorking: boolean) => void,
  ) {}

  /** False while another window of the vault works. */
  get isWorking(): boolean {
    return this.#isWorking;
  }

  /** Must be called once. Until it is known whether another window works, this one does. */
  start(): void {
    if (this.locks === undefined) return;
    this.#timer = this.timers.set(() => {
      if (this.#release === null) this.#change(false);
    }, grace);
    this.#waitInLine();
  }

  /** Lets this window work at once. The window that works now waits from then on. */
  takeOver(): void {
    if (this.#isWorking || this.locks === undefined) return;
    this.locks
      .request(this.name, { steal: true }, () => this.#hold())
      .catch((thrown: unknown) => this.#lost(thrown));
  }

  dispose(): void {
    this.timers.clear(this.#timer);
    this.#disposal.abort();
    this.#release?.();
  }

  #waitInLine(): void {
    const { signal } = this.#disposal;
    if (signal.aborted) return;
    this.locks
      ?.request(this.name, { signal }, () => this.#hold())
      .catch((thrown: unknown) => this.#lost(thrown));
  }

  /** Returns a promise that resolves when this window no longer needs the lock. */
  #hold(): Promise<void> | undefined {
    if (this.#disposal.signal.aborted || this.#release !== null) return undefined;
    const held = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    this.#change(true);
    return held;
  }

  /** Another window has taken over, or this one no longer waits. */
  #lost(thrown: unknown): void {
    if (!(thrown instanceof DOMException) || thrown.name !== 'AbortError') throw thrown;
    if (this.#disposal.signal.aborted) return;
    this.#release = null;
    this.#change(false);
    this.#waitInLine();
  }

  #change(isWorking: boolean): void {
    if (isWorking === this.#isWorking) return;
    this.#isWorking = isWorking;
    this.onChange(isWorking);
  }
}
