import type { Clock } from '../clock';
import type { FileStat, InboxVault, PdfFile } from './vault';

/** The conditions under which a file counts as settled, and the pauses between checks. */
export interface SettleTimes {
  /** Returns how long, in ms, a file has to stay unchanged until it counts as settled. */
  readonly unchangedFor: () => number;
  /** Longest pause between two checks of a file that is empty or still growing, in ms. */
  readonly longestPause: number;
  /** Returns a random wait, in ms, for a file that is queued with `in-turn`. */
  readonly turn: () => number;
}

export const defaultSettleTimes: SettleTimes = {
  unchangedFor: () => 2_000,
  longestPause: 30_000,
  turn: () => Math.random() * 10_000,
};

/**
 * When a settled file is queued. `at-once`: without a further wait. `in-turn`: a file that probably came by
 * sync waits a random time first, because another device may already be processing it. It waits again as long
 * as the sync service brings other files, because the note of the file may be among them.
 */
export type QueueTiming = 'at-once' | 'in-turn';

interface Unsettled {
  last: FileStat | null;
  pause: number;
  timer: number;
  readonly timing: QueueTiming;
  /** The length of a random wait, in ms; 0 if the file does not wait. */
  turn: number;
  /** How many random waits have begun. */
  turns: number;
  /** The number of files that had come by sync when the current wait began. */
  synced: number;
}

/**
 * If the last change of a new file is longer ago than this, in ms, the file has probably come by sync: sync
 * services keep the time of the last change.
 */
const justMade = 3_000;

/**
 * Maximum number of random waits for one file (about six minutes with the default times), because in some
 * vaults new files arrive without end.
 */
const mostTurns = 50;

/** Factor by which the pause grows after each check of a file that still changes or is empty. */
const growth = 1.5;

/**
 * Waits until a file is completely written. A file that is empty or still changes is checked again and again.
 */
export class Settler {
  readonly #unsettled = new Map<PdfFile, Unsettled>();
  /** The number of files of any kind that have come by sync. */
  #synced = 0;

  constructor(
    private readonly vault: InboxVault,
    private readonly timers: Clock,
    /** Called at the end of the wait. `stat` is null if the file has disappeared or cannot be checked. */
    private readonly onEnd: (file: PdfFile, stat: FileStat | null) => void,
    private readonly onTrouble: (thrown: unknown) => void,
    private readonly times: SettleTimes = defaultSettleTimes,
  ) {}

  /**
   * Starts to watch the file. If the file is watched already, the wait starts again, because the file has
   * just changed.
   * @param rounds how many times the plugin has begun to wait for this file; each time, the pause is twice as
   * long, up to a maximum
   */
  watch(file: PdfFile, timing: QueueTiming = 'at-once', rounds = 1): void {
    const known = this.#unsettled.get(file);
    if (known) {
      this.timers.clear(known.timer);
      known.timer = this.#look(file, known.pause);
      return;
    }
    const pause = Math.min(this.times.unchangedFor() * 2 ** (rounds - 1), this.#longestPause);
    const entry: Unsettled = { last: null, pause, timer: 0, timing, turn: 0, turns: 0, synced: 0 };
    this.#unsettled.set(file, entry);
    // The first check is made at once, so a file that is already complete waits for only one pause.
    entry.timer = this.#look(file, 0);
  }

  /** Must be called for every file that was created, except for files that the plugin wrote. */
  appeared(stat: FileStat): void {
    if (this.#isSynced(stat)) this.#synced += 1;
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

  get #longestPause(): number {
    return Math.max(this.times.longestPause, this.times.unchangedFor());
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
    if (last === null && entry.timing === 'in-turn' && this.#isSynced(stat)) entry.turn = this.times.turn();
    const still = last !== null && last.size === stat.size && last.mtime === stat.mtime;
    if (still && stat.size > 0 && this.#mustWait(entry)) {
      // From the second random wait on, a pause is added. A random wait alone could end before the sync
      // service brings the next file.
      entry.timer = this.#look(file, entry.turns === 0 ? entry.turn : entry.pause + entry.turn);
      if (entry.turns > 0) entry.synced = this.#synced;
      entry.turns += 1;
      return;
    }
    if (still && stat.size > 0) {
      this.#end(file, stat);
      return;
    }
    if (last !== null) entry.pause = Math.min(entry.pause * growth, this.#longestPause);
    entry.last = stat;
    entry.synced = this.#synced;
    this.timers.clear(entry.timer);
    entry.timer = this.#look(file, entry.pause);
  }

  /** A file must wait a random time again if other files came by sync during the last wait. */
  #mustWait({ turn, turns, synced }: Unsettled): boolean {
    if (turn === 0 || turns === mostTurns) return false;
    return turns === 0 || synced !== this.#synced;
  }

  #isSynced({ mtime }: FileStat): boolean {
    return this.timers.now() - mtime > justMade;
  }

  #end(file: PdfFile, stat: FileStat | null): void {
    this.forget(file);
    this.onEnd(file, stat);
  }
}
