import type { NoteFile } from '../note/writer';
import type { Clock } from '../clock';
import type { Origin, Queue, QueueEntry } from './queue';
import { Settler, type QueueTiming, type SettleTimes } from './settle';
import type { FileStat, InboxVault, PdfFile } from './vault';

export interface ArrivalPorts {
  readonly vault: InboxVault;
  readonly queue: Queue;
  readonly timers: Clock;
  readonly onTrouble: (thrown: unknown) => void;
  readonly settleTimes?: SettleTimes;
}

/**
 * The PDFs that are not queued yet. A PDF is queued when its file has settled (no longer changes) and the
 * queue has room.
 */
export class Arrivals {
  readonly #settler: Settler;
  /** PDFs whose file has not settled yet. */
  readonly #arriving = new Map<PdfFile, QueueEntry>();
  /** PDFs for which the queue had no room. */
  readonly #overflowed = new Map<PdfFile, QueueEntry>();
  #disposed = false;

  /** @param onChange called after every change of `entries` */
  constructor(
    { vault, queue, timers, onTrouble, settleTimes }: ArrivalPorts,
    private readonly onChange: () => void,
  ) {
    const settled = (file: PdfFile, stat: FileStat | null): void => this.#settled(queue, file, stat);
    this.#settler = new Settler(vault, timers, settled, onTrouble, settleTimes);
  }

  /**
   * The PDFs for which the queue had no room come last. Entries are immutable, so they can be compared by
   * identity.
   */
  get entries(): readonly QueueEntry[] {
    return [...this.#arriving.values(), ...this.#overflowed.values()];
  }

  /** Must be called when a file of any kind was created, unless the plugin itself created it. */
  appeared(stat: FileStat): void {
    this.#settler.appeared(stat);
  }

  /**
   * Queues a PDF when its file has settled. With more `rounds`, the file must stay unchanged for a longer
   * time.
   */
  watch(file: PdfFile, origin: Origin, taken: QueueTiming = 'at-once', note?: NoteFile, rounds = 1): void {
    if (this.#disposed) return;
    // A PDF that is already listed keeps its first origin.
    const before = this.#arriving.get(file) ??
      this.#overflowed.get(file) ?? { file, origin, ...(note && { note }) };
    const bytes = before.origin === 'found' ? null : (file.stat?.size ?? 0);
    this.#overflowed.delete(file);
    this.#arriving.set(file, { ...before, state: { kind: 'arriving', bytes } });
    this.#settler.watch(file, taken, rounds);
    this.onChange();
  }

  /** Queues the PDFs for which the queue had no room before. */
  watchOverflowed(): void {
    const left = [...this.#overflowed];
    this.#overflowed.clear();
    for (const [file, { origin, note }] of left) this.watch(file, origin, 'at-once', note);
  }

  /** Returns whether a PDF was removed from `entries` while its file was still being written. */
  wasRemoved(file: PdfFile): boolean {
    return this.#settler.watches(file) && !this.#arriving.has(file);
  }

  /**
   * Removes a file from `entries`, but the settler continues to watch it. Otherwise the next change of a file
   * that is still being written would look like a new file.
   */
  remove(file: PdfFile): void {
    this.#arriving.delete(file);
    this.#overflowed.delete(file);
    this.onChange();
  }

  /** Removes a file from `entries`. If it changes later, it is treated as a new file. */
  forget(file: PdfFile): void {
    this.#settler.forget(file);
    this.remove(file);
  }

  dispose(): void {
    this.#disposed = true;
    this.#settler.dispose();
    this.#arriving.clear();
  }

  #settled(queue: Queue, file: PdfFile, stat: FileStat | null): void {
    const entry = this.#arriving.get(file);
    this.#arriving.delete(file);
    if (entry && stat && !queue.add(file, entry.origin, entry.note)) {
      this.#overflowed.set(file, { ...entry, state: { kind: 'arriving', bytes: null } });
    }
    this.onChange();
  }
}
