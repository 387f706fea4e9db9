import type { Clock } from '../clock';
import type { FileStat, InboxVault, PdfFile } from './vault';

/** The conditions under which a file counts as settled, and the pauses between checks. */
export interface SettleTimes {
  /** Returns the time, in ms, for which a file must not change. */
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
 * The time at which a settled file is queued. With `in-turn`, a file that was already old when it was first
 * found waits a random time first. A sync service has probably written such a file, and another device may
 * already be processing it. The wait is repeated as long as the sync service brings other files, because the
 * note of the file may be among them.
 */
export type QueueTiming = 'at-once' | 'in-turn';

interface Unsettled {
  last: FileStat | null;
  pause: number;
  timer: number;
  readonly timing: QueueTiming;
  /** The random wait that follows after the file has settled, in ms. */
  turn: number;
  /** Number of times that this wait has begun. */
  turns: number;
  /** The number of files that had come by sync when the current wait began. */
  synced: number;
}

/**
 * A file that changed less than this time before it was first seen, in ms, was probably created on this
 * device. Sync services keep the time of the last change, so an older file has probably come by sync.
 */
const justMade = 3_000;

/**
 * Maximum number of random waits for one file, so that a vault in which files appear without end cannot stop
 * the work. With the default pause, they take about six minutes.
 */
const mostTurns = 50;

/** As long as the file changes, each pause is this factor times the pause before it. */
const growth = 1.5;

/**
 * Waits until a file is completely written. A file that is empty or still changes is checked again, with
 * longer and longer pauses. A file that disappears is no longer watched.
 */
export class Settler {
  readonly #unsettled = new Map<PdfFile, Unsettled>();
  /** The number of files of any kind that have come by sync. */
  #synced = 0;

  constructor(
    private readonly vault: InboxVault,
    private readonly timers: Clock,
    /**
     * Called when watching ends: with the file's stat when it has settled, or with null when it has
     * disappeared.
     */
    private readonly onEnd: (file: PdfFile, stat: FileStat | null) => void,
    private readonly onTrouble: (thrown: unknown) => void,
    private readonly times: SettleTimes = defaultSettleTimes,
  ) {}

  /**
   * Starts to watch the file. If it is watched already, the wait starts again, because the file has just
   * changed.
   * @param rounds the number of this wait for the file, from 1; its pause is twice that of the wait before
   * it, up to a maximum
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
    // The first check is immediate, so that a file that is already complete waits for only one pause.
    entry.timer = this.#look(file, 0);
  }

  /** Must be called with every file that was created and that this plugin has not written. */
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
      // The first wait comes after a pause. Later waits include a pause, because a random wait can be too
      // short for a sync service to bring the next file.
      entry.timer = this.#look(file, entry.turns === 0 ? entry.turn : entry.pause + entry.turn);
      if (entry.turns > 0) entry.synced = this.#synced;
      entry.turns += 1;
      return;
    }
    if (still && stat.size > 0) {
      this.#end(file, stat);
      return;
    }
    // Pauses become longer both for a file that stays empty and for one that changes.
    if (last !== null) entry.pause = Math.min(entry.pause * growth, this.#longestPause);
    entry.last = stat;
    entry.synced = this.#synced;
    this.timers.clear(entry.timer);
    entry.timer = this.#look(file, entry.pause);
  }

  /** Returns whether a settled file must wait, or wait again because files came by sync during its wait. */
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
