import { HashMemory } from './identify';
import type { KnownNotes } from './known-notes';
import { Queue, type Origin, type QueueEntry } from './queue';
import { isBelow, isHidden, isPdfPath } from './scope';
import { Settler, type SettleTimes, type Taken } from './settle';
import type { NoteFile } from '../note/writer';
import type { Clock, FileStat, InboxVault, PdfEvent, PdfFile } from './vault';

export interface InboxPorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly queue: Queue;
  readonly timers: Clock;
  /** The watched folder, and whether this device processes by itself; asked anew each time. */
  readonly watches: () => { readonly folder: string; readonly automatic: boolean };
  readonly onTrouble: (thrown: unknown) => void;
  readonly settleTimes?: SettleTimes;
}

/** Decides which PDFs get into the queue, and when. */
export class Inbox {
  readonly #settler: Settler;
  readonly #origins = new Map<PdfFile, Origin>();
  /** What found no room in the queue. */
  readonly #overflowed = new Map<PdfFile, Origin>();
  #disposed = false;

  constructor(private readonly ports: InboxPorts) {
    this.#settler = new Settler(
      ports.vault,
      ports.timers,
      (file) => this.#settled(file),
      ports.onTrouble,
      ports.settleTimes,
    );
  }

  /** Takes what the vault reports. Events before the vault has loaded must not be passed on. */
  handle(event: PdfEvent, file: PdfFile): void {
    if (event === 'deleted') {
      this.#forget(file);
      this.ports.queue.cancel(file);
      return;
    }
    const { folder, automatic } = this.ports.watches();
    if (!isPdfPath(file.path) || isHidden(file.path) || !isBelow(folder, file.path)) {
      // Moved out while it waited. What is being worked on, or was asked for by name, goes on.
      this.#forget(file);
      const waiting = this.ports.queue.waiting.find((entry) => entry.file === file);
      if (waiting && waiting.origin !== 'asked') this.ports.queue.cancel(file);
      return;
    }
    if (automatic) this.#watch(file, event === 'arrived' ? 'arrived' : 'modified', 'in-turn');
  }

  /**
   * Looks through the folder for PDFs without a note and has them processed; without one, through the watched folder,
   * and then other devices may get the better of this one. Returns how many were found; resolves before they are done.
   */
  async reconcile(asked?: string): Promise<number> {
    const folder = asked ?? this.ports.watches().folder;
    await this.ports.notes.ready();
    let found = 0;
    for (const file of this.ports.vault.pdfsBelow(folder)) {
      if (this.#disposed) return found;
      const stat = await this.ports.vault.stat(file);
      if (stat === null || this.#isKnown(file, stat)) continue;
      found += 1;
      this.#watch(file, 'found', asked === undefined ? 'in-turn' : 'at-once');
    }
    return found;
  }

  /** Has one PDF processed because the user asked for it, wherever it is; into a note that is there, if one is given. */
  async process(file: PdfFile, note?: NoteFile): Promise<void> {
    await this.ports.notes.ready();
    this.ports.queue.add(file, 'asked', note);
  }

  /** Has these PDFs processed as if they had been found by reconciling. */
  take(files: readonly PdfFile[]): void {
    for (const file of files) this.#watch(file, 'found');
  }

  /** PDFs that are to be worked on after the one at hand, settled or not. */
  get ahead(): number {
    return this.ports.queue.waiting.length + this.#settler.waiting.length + this.#overflowed.size;
  }

  /** The PDFs that are being worked on, or are going to be. */
  get underWay(): ReadonlySet<PdfFile> {
    const { waiting, working } = this.ports.queue;
    const files = [...waiting, ...(working === null ? [] : [working])].map(({ file }) => file);
    return new Set([...files, ...this.#settler.waiting, ...this.#overflowed.keys()]);
  }

  /** Has the file looked at again later, because it was not whole yet. */
  waitLonger(entry: QueueEntry): void {
    this.#watch(entry.file, entry.origin);
  }

  /** Called when the queue has nothing to do: what did not fit in it has room now. */
  queueFellIdle(): void {
    this.ports.hashes.flush();
    const left = [...this.#overflowed];
    this.#overflowed.clear();
    for (const [file, origin] of left) this.#watch(file, origin);
  }

  /** Forgets what waits to settle and takes everything waiting out of the queue. Returns how many PDFs that were. */
  cancelAll(): number {
    const settling = [...this.#settler.waiting, ...this.#overflowed.keys()];
    for (const file of settling) this.#forget(file);
    return settling.length + this.ports.queue.cancelAll();
  }

  dispose(): void {
    this.#disposed = true;
    this.#settler.dispose();
    this.#origins.clear();
    this.ports.queue.dispose();
    this.ports.hashes.flush();
  }

  #isKnown(file: PdfFile, stat: FileStat): boolean {
    const hash = this.ports.hashes.recall(file, stat);
    if (hash === undefined || this.ports.notes.byHash(hash) === null) return false;
    this.ports.notes.seen(hash, file.path);
    return true;
  }

  #watch(file: PdfFile, origin: Origin, taken: Taken = 'at-once'): void {
    if (this.#disposed) return;
    // A file that arrives and is then written on is still an arrival.
    if (!this.#origins.has(file)) this.#origins.set(file, origin);
    this.#settler.watch(file, taken);
  }

  #forget(file: PdfFile): void {
    this.#settler.forget(file);
    this.#origins.delete(file);
    this.#overflowed.delete(file);
  }

  #settled(file: PdfFile): void {
    const origin = this.#origins.get(file) ?? 'found';
    this.#origins.delete(file);
    if (!this.ports.queue.add(file, origin)) this.#overflowed.set(file, origin);
  }
}
