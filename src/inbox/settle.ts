import type { Clock } from '../clock';
import type { FileStat, InboxVault, PdfFile } from './vault';

/** How long size and time must stand still, and how far the wait grows while they do not. */
export interface SettleTimes {
  /** ms */
  readonly stillFor: number;
  /** ms; the longest pause between two looks at a file that is empty or still growing. */
  readonly longestPause: number;
  /** ms to wait for this device's turn; another one each time. */
  readonly turn: () => number;
}

const defaultSettleTimes: SettleTimes = {
  stillFor: 2_000,
  longestPause: 30_000,
  turn: () => Math.random() * 10_000,
};

/**
 * When a file that stands still is taken. `in-turn`: after a random wait when it was last changed a while before it
 * was first seen, as one that a sync service brings: the device it comes from has begun with it, or another one gets
 * it now as well.
 */
export type Taken = 'at-once' | 'in-turn';

interface Unsettled {
  last: FileStat | null;
  pause: number;
  timer: number;
  readonly taken: Taken;
  /** ms still to be waited once the file stands still. */
  turn: number;
}

/** ms since its last change after which a file seen for the first time was not made here just now. */
const justMade = 3_000;

/** How much longer each further wait is while the file still changes. */
const growth = 1.5;

/**
 * Waits until a file has been written whole. A file that is empty or still changes is looked at again after a pause
 * that grows; a file that vanishes is forgotten.
 */
export class Settler {
  readonly #unsettled = new Map<PdfFile, Unsettled>();

  constructor(
    private readonly vault: InboxVault,
    private readonly timers: Clock,
    /** The file is not watched any more: it stands still, or there is nothing to be waited for (null). */
    private readonly onEnd: (file: PdfFile, stat: FileStat | null) => void,
    private readonly onTrouble: (thrown: unknown) => void,
    private readonly times: SettleTimes = defaultSettleTimes,
  ) {}

  /** Begins to wait for the file, or begins anew when it just changed. */
  watch(file: PdfFile, taken: Taken = 'at-once'): void {
    const known = this.#unsettled.get(file);
    if (known) {
      this.timers.clear(known.timer);
      known.timer = this.#look(file, known.pause);
      return;
    }
    const pause = this.times.stillFor;
    const entry: Unsettled = { last: null, pause, timer: 0, taken, turn: 0 };
    this.#unsettled.set(file, entry);
    // The first look is now, so that a file that was whole on arrival waits just once.
    entry.timer = this.#look(file, 0);
  }

  forget(file: PdfFile): void {
    const entry = this.#unsettled.get(file);
    if (!entry) return;
    this.timers.clear(entry.timer);
    this.#unsettled.delete(file);
  }

  watches(file: PdfFile): boolean {
    return this.#unsettled.has(file);
  }

  dispose(): void {
    for (const file of [...this.#unsettled.keys()]) this.forget(file);
  }

  #look(file: PdfFile, after: number): number {
    return this.timers.set(() => {
      this.#compare(file).catch((thrown: unknown) => {
        this.#end(file, null);
        this.onTrouble(thrown);
      });
    }, after);
  }

  async #compare(file: PdfFile): Promise<void> {
    const stat = await this.vault.stat(file);
    const entry = this.#unsettled.get(file);
    if (!entry) return;
    if (stat === null) {
      this.#end(file, null);
      return;
    }
    const { last } = entry;
    if (last === null && entry.taken === 'in-turn' && this.timers.now() - stat.mtime > justMade) entry.turn = this.times.turn();
    const still = last !== null && last.size === stat.size && last.mtime === stat.mtime;
    if (still && stat.size > 0 && entry.turn > 0) {
      const { turn } = entry;
      entry.turn = 0;
      entry.timer = this.#look(file, turn);
      return;
    }
    if (still && stat.size > 0) {
      this.#end(file, stat);
      return;
    }
    // An empty file that stands still, and one that grew, are looked at ever less often.
    if (last !== null) entry.pause = Math.min(entry.pause * growth, this.times.longestPause);
    entry.last = stat;
    this.timers.clear(entry.timer);
    entry.timer = this.#look(file, entry.pause);
  }

  #end(file: PdfFile, stat: FileStat | null): void {
    this.forget(file);
    this.onEnd(file, stat);
  }
}
