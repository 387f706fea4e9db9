import type { Clock } from '../clock';
import { HashMemory } from './identify';
import type { KnownNotes } from './known-notes';
import { Queue, type Origin, type QueueEntry } from './queue';
import { isBelow, isHidden, isPdfPath } from './scope';
import { Settler, type SettleTimes, type Taken } from './settle';
import type { NoteFile } from '../note/writer';
import type { FileStat, InboxVault, PdfEvent, PdfFile } from './vault';

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
  /** What is to be queued once it has settled. */
  readonly #arriving = new Map<PdfFile, QueueEntry>();
  /** What found no room in the queue. */
  readonly #overflowed = new Map<PdfFile, QueueEntry>();
  readonly #listeners = new Set<() => void>();
  #disposed = false;

  constructor(private readonly ports: InboxPorts) {
    this.#settler = new Settler(
      ports.vault,
      ports.timers,
      (file, stat) => this.#settled(file, stat),
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
    // What the user cancelled while it was being written is written on all the same.
    const cancelled = this.#settler.watches(file) && !this.#arriving.has(file);
    if (automatic && !cancelled) this.#watch(file, event === 'arrived' ? 'arrived' : 'modified', 'in-turn');
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
    this.#forget(file);
    this.ports.queue.add(file, 'asked', note);
  }

  /** Has these PDFs processed as if they had been found by reconciling. */
  take(files: readonly PdfFile[]): void {
    for (const file of files) this.#watch(file, 'found');
  }

  /** Has every change of `arriving` told, until what is returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What is going to be queued, in the order it was first seen. An entry is the same object until it changes. */
  get arriving(): readonly QueueEntry[] {
    return [...this.#arriving.values(), ...this.#overflowed.values()];
  }

  /** PDFs that are to be worked on after the one at hand, settled or not. */
  get ahead(): number {
    return this.ports.queue.waiting.length + this.#arriving.size + this.#overflowed.size;
  }

  /** The PDFs that are being worked on, or are going to be. */
  get underWay(): ReadonlySet<PdfFile> {
    const { waiting, working } = this.ports.queue;
    const files = [...waiting, ...(working === null ? [] : [working])].map(({ file }) => file);
    return new Set([...files, ...this.#arriving.keys(), ...this.#overflowed.keys()]);
  }

  /** Has the file looked at again later, because it was not whole yet. */
  waitLonger(entry: QueueEntry): void {
    this.#watch(entry.file, entry.origin, 'at-once', entry.note);
  }

  /** Called when the queue has nothing to do: what did not fit in it has room now. */
  queueFellIdle(): void {
    this.ports.hashes.flush();
    const left = [...this.#overflowed];
    this.#overflowed.clear();
    for (const [file, { origin, note }] of left) this.#watch(file, origin, 'at-once', note);
  }

  /** Takes the PDF out, wherever it waits, or ends the work on it. */
  cancel(file: PdfFile): void {
    this.#leaveOut(file);
    this.ports.queue.cancel(file);
  }

  /** Takes out everything that waits, settled or not. Returns how many PDFs that were. */
  cancelAll(): number {
    const { arriving } = this;
    for (const { file } of arriving) this.#leaveOut(file);
    return arriving.length + this.ports.queue.cancelAll();
  }

  dispose(): void {
    this.#disposed = true;
    this.#settler.dispose();
    this.#arriving.clear();
    this.#listeners.clear();
    this.ports.queue.dispose();
    this.ports.hashes.flush();
  }

  #isKnown(file: PdfFile, stat: FileStat): boolean {
    const hash = this.ports.hashes.recall(file, stat);
    if (hash === undefined || this.ports.notes.byHash(hash) === null) return false;
    this.ports.notes.seen(hash, file.path);
    return true;
  }

  #watch(file: PdfFile, origin: Origin, taken: Taken = 'at-once', note?: NoteFile): void {
    if (this.#disposed) return;
    // A file that arrives and is then written on is still an arrival.
    const before = this.#arriving.get(file) ?? this.#overflowed.get(file) ?? { file, origin, ...(note && { note }) };
    const bytes = before.origin === 'found' ? null : (file.stat?.size ?? 0);
    this.#overflowed.delete(file);
    this.#arriving.set(file, { ...before, state: { kind: 'arriving', bytes } });
    this.#settler.watch(file, taken);
    this.#tell();
  }

  #forget(file: PdfFile): void {
    this.#settler.forget(file);
    this.#leaveOut(file);
  }

  /** The settler goes on: a file that is still being written would be taken for a new one. */
  #leaveOut(file: PdfFile): void {
    this.#arriving.delete(file);
    this.#overflowed.delete(file);
    this.#tell();
  }

  #settled(file: PdfFile, stat: FileStat | null): void {
    const entry = this.#arriving.get(file);
    this.#arriving.delete(file);
    if (entry && stat && !this.ports.queue.add(file, entry.origin, entry.note)) {
      this.#overflowed.set(file, { ...entry, state: { kind: 'arriving', bytes: null } });
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
