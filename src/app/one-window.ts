import type { Timers } from '../clock';
import type { DeviceStore } from '../device-store';
import { logTrouble } from '../log';

/**
 * Time in ms after which a window that has not got the lock stops working. When the plugin is turned off and
 * on, it gets its lock back within this time. A second window stops before it can process a new PDF, because
 * a new file must first stay unchanged for at least this time.
 */
const grace = 1_000;

/** Returns the name by which the windows of this vault find each other on this device. */
export function windowName(device: DeviceStore): string {
  const stored = device.load('pdf-inbox-window');
  if (typeof stored === 'string') return stored;
  const name = `pdf-inbox-${crypto.randomUUID()}`;
  device.save('pdf-inbox-window', name);
  return name;
}

/** The part of the browser's Web Locks that is used here. Locks are shared by all windows of the app. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Lets only one of several windows of a vault work on this device. The others wait, and one of them takes
 * over when the working window closes.
 */
export class OneWindow {
  #isWorking = true;
  #isTakingOver = false;
  #release: (() => void) | null = null;
  #timer = 0;
  readonly #disposal = new AbortController();

  /**
   * @param locks undefined in engines without Web Locks. In such an engine, and if the engine refuses a lock,
   * every window works.
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

  /**
   * Requests the lock; must be called exactly once. This window begins to wait if it does not get the lock
   * within `grace`.
   */
  start(): void {
    if (this.locks === undefined) return;
    this.#timer = this.timers.set(() => {
      if (this.#release === null) this.#change(false);
    }, grace);
    this.#waitInLine();
  }

  /** Lets this window work at once. The window that has worked until now begins to wait. */
  takeOver(): void {
    // While a takeover is requested, another request would take the lock away from the first request.
    if (this.#isWorking || this.#isTakingOver || this.locks === undefined) return;
    this.#isTakingOver = true;
    this.#request({ steal: true });
  }

  dispose(): void {
    this.timers.clear(this.#timer);
    this.#disposal.abort();
    this.#release?.();
  }

  #waitInLine(): void {
    const { signal } = this.#disposal;
    if (!signal.aborted) this.#request({ signal });
  }

  #request(options: LockOptions): void {
    this.locks
      ?.request(this.name, options, () => this.#hold())
      .catch((thrown: unknown) => this.#lost(thrown));
  }

  /** Returns a promise that resolves when this window no longer needs the lock. */
  #hold(): Promise<void> | undefined {
    this.#isTakingOver = false;
    if (this.#disposal.signal.aborted || this.#release !== null) return undefined;
    const held = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    this.#change(true);
    return held;
  }

  /**
   * Handles the rejection of a request. There are three reasons: another window has taken over, this window
   * was closed, or the engine refuses locks.
   */
  #lost(thrown: unknown): void {
    this.#isTakingOver = false;
    if (this.#disposal.signal.aborted) return;
    if (thrown instanceof DOMException && thrown.name === 'AbortError') {
      this.#release = null;
      this.#change(false);
      this.#waitInLine();
    } else {
      logTrouble('window-lock-unavailable', thrown);
      this.timers.clear(this.#timer);
      this.#change(true);
    }
  }

  #change(isWorking: boolean): void {
    if (isWorking === this.#isWorking) return;
    this.#isWorking = isWorking;
    this.onChange(isWorking);
  }
}
