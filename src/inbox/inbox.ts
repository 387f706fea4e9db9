import { Arrivals, type ArrivalPorts } from './arrivals';
import { HashMemory } from './identify';
import type { KnownNotes } from './known-notes';
import type { LeftOut } from './left-out';
import { missingNote } from './missing-note';
import type { Outcome, QueueEntry } from './queue';
import { isRequest } from './queue-entry';
import { isBelow, isHidden, isPdfPath } from './scope';
import { Vanished } from './vanished';
import type { NoteFile } from '../note/writer';
import type { FileStat, PdfEvent, PdfFile } from './vault';

export interface InboxPorts extends ArrivalPorts {
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly leftOut: LeftOut;
  /**
   * Returns the watched folders, and whether this device processes PDFs automatically. It is called again for
   * every event.
   */
  readonly watches: () => { readonly folders: readonly string[]; readonly automatic: boolean };
  /**
   * Called with a PDF that is not processed and that the user should find in the queue. The PDF is left out
   * on this device, or its note cannot be read, or the note does not look like a note of this plugin.
   */
  readonly onLeftAlone: (entry: QueueEntry) => void;
  /** Returns whether the user excludes this path in the app. Excluded PDFs are read only on request. */
  readonly isExcluded?: (path: string) => boolean;
}

/** Decides which PDFs are queued, and when. */
export class Inbox {
  readonly #arrivals: Arrivals;
  readonly #listeners = new Set<() => void>();
  readonly #vanished: Vanished;
  #disposed = false;

  constructor(private readonly ports: InboxPorts) {
    this.#vanished = new Vanished(ports.timers);
    this.#arrivals = new Arrivals(ports, () => this.#notify());
  }

  /** Must not be called before the vault has loaded. */
  handle(event: PdfEvent, file: PdfFile): void {
    if (event === 'deleted') {
      this.#deleted(file);
      return;
    }
    const { folders, automatic } = this.ports.watches();
    const isWatched = folders.some((folder) => isBelow(folder, file.path));
    if (!isPdfPath(file.path) || isHidden(file.path) || this.#isExcluded(file) || !isWatched) {
      // A file that was moved out of the watched folders while it waited is not processed, unless the user
      // chose it. Work in progress continues.
      this.#arrivals.forget(file);
      const waiting = this.ports.queue.waiting.find((entry) => entry.file === file);
      if (waiting && !isRequest(waiting.origin)) this.ports.queue.cancel(file);
      return;
    }
    if (event === 'arrived') this.#vanished.arrived(file);
    // A file that the user cancelled and that is still being written must not be queued again.
    const cancelled = this.#arrivals.wasRemoved(file);
    if (this.ports.leftOut.isDeclined(file.path)) return;
    if (automatic && !cancelled)
      this.#arrivals.watch(file, event === 'arrived' ? 'arrived' : 'modified', 'in-turn');
  }

  /**
   * Must be called when a file of any kind was created. PDFs that came by sync wait until no more files come.
   */
  appeared(stat: FileStat): void {
    const state = this.ports.queue.working?.state;
    // The note that the plugin is writing is ignored. It gets the modification time of the PDF, so it may
    // look like a file that came by sync.
    const isOwn = state?.kind === 'working' && state.step.kind === 'writing';
    if (!isOwn) this.#arrivals.appeared(stat);
  }

  /**
   * Must be called before `handle` when a file was renamed or moved. A PDF that was left out stays left out.
   * Returns true when only the name of the PDF has changed, and its bytes were read before and have a note.
   * Such a PDF is not read again, so `handle` does not have to be called.
   */
  renamed(oldPath: string, file: PdfFile): boolean {
    const { leftOut, hashes, notes } = this.ports;
    leftOut.moved(oldPath, file.path);
    hashes.moved(oldPath, file.path);
    this.#notify();
    const hash = file.stat === undefined ? undefined : hashes.recall(file, file.stat);
    if (hash === undefined || notes.byHash(hash) === null) return false;
    notes.seen(hash, file.path);
    const isWaiting = this.underWay.has(file);
    return !isWaiting && folderOf(oldPath) === folderOf(file.path);
  }

  /**
   * Searches a watched folder, and queues the PDFs that have no note. Each of these PDFs first waits a random
   * time, so that another device can process it first. Resolves to the number of these PDFs. Does not wait
   * until they are processed.
   * @param isRequested if true, PDFs that the user excludes in the app are queued, too
   */
  async reconcile(folder: string, isRequested = false): Promise<number> {
    await this.ports.notes.ready();
    let found = 0;
    for (const file of this.ports.vault.pdfsBelow(folder)) {
      if (this.#disposed) return found;
      if (!isRequested && this.#isExcluded(file)) continue;
      const stat = await this.ports.vault.stat(file);
      if (stat === null || this.#isQueued(file) || (await this.#needsNoWork(file, stat))) continue;
      found += 1;
      this.#arrivals.watch(file, 'found', 'in-turn');
    }
    return found;
  }

  /**
   * Queues one PDF at the user's request, from any folder. If `note` is given, the digest is written into
   * this note. If `anew` is true, a new note is written even if a PDF with the same bytes has a note already.
   */
  async process(file: PdfFile, note?: NoteFile, anew = false): Promise<void> {
    await this.ports.notes.ready();
    this.#arrivals.forget(file);
    this.ports.leftOut.readmit(file.path);
    this.ports.queue.add(file, 'asked', note, anew);
  }

  /**
   * Queues PDFs that the user has chosen, as if `reconcile` had found them. PDFs that are already
   * queued or digested are skipped.
   */
  take(files: readonly PdfFile[]): void {
    for (const file of files) {
      if (this.#isQueuedOrDone(file)) continue;
      this.ports.leftOut.readmit(file.path);
      this.#arrivals.watch(file, 'found');
    }
  }

  /**
   * Leaves out PDFs on this device, until the user chooses them. PDFs that are already queued or
   * digested are skipped.
   */
  decline(files: readonly PdfFile[]): void {
    const declined = files.filter((file) => !this.#isQueuedOrDone(file));
    this.ports.leftOut.decline(declined.map(({ path }) => path));
    for (const file of declined) {
      this.#arrivals.forget(file);
      this.#leaveAlone(file, { kind: 'left-out', reason: 'declined' });
    }
  }

  /** Calls the listener after every change of `arriving`. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * The files that are not queued yet. Those for which the queue had no room come last. Entries are
   * immutable, so they can be compared by identity.
   */
  get arriving(): readonly QueueEntry[] {
    return this.#arrivals.entries;
  }

  /** The number of PDFs that wait behind the current one, including files that are still being written. */
  get waitingCount(): number {
    return this.ports.queue.waiting.length + this.arriving.length;
  }

  /** The PDFs that are being processed or will be processed. */
  get underWay(): ReadonlySet<PdfFile> {
    const { waiting, working } = this.ports.queue;
    const entries = [...waiting, ...(working === null ? [] : [working]), ...this.arriving];
    return new Set(entries.map(({ file }) => file));
  }

  /**
   * Must be called when a file was incomplete or in use by another program. Waits again until the file no
   * longer changes. With more `rounds`, the wait is longer.
   */
  waitLonger({ file, origin, note }: QueueEntry, rounds = 1): void {
    this.#arrivals.watch(file, origin, 'at-once', note, rounds);
  }

  /** Must be called when the queue is idle. Queues the PDFs for which the queue had no room before. */
  queueFellIdle(): void {
    this.ports.hashes.flush();
    this.#arrivals.watchOverflowed();
  }

  /** Removes a waiting PDF, or cancels the work on it. */
  cancel(file: PdfFile): void {
    this.#arrivals.remove(file);
    this.ports.queue.cancel(file);
  }

  /**
   * Removes all waiting PDFs, also those that are still being written, and cancels the work in progress.
   * Returns the number of PDFs.
   */
  cancelAll(): number {
    const { arriving } = this;
    for (const { file } of arriving) this.#arrivals.remove(file);
    return arriving.length + this.ports.queue.cancelAll();
  }

  dispose(): void {
    this.#disposed = true;
    this.#vanished.stop();
    this.#arrivals.dispose();
    this.#listeners.clear();
    this.ports.queue.dispose();
    this.ports.hashes.flush();
    this.ports.leftOut.flush();
  }

  #deleted(file: PdfFile): void {
    const { queue, leftOut } = this.ports;
    this.#arrivals.forget(file);
    leftOut.readmit(file.path);
    if (queue.working?.file === file) this.#vanished.wait(file, () => queue.cancel(file));
    else queue.cancel(file);
  }

  /**
   * Returns true when a PDF is left out, when its bytes were read before and have a note, or when
   * `missingNote` gives a reason not to write a new note.
   */
  async #needsNoWork(file: PdfFile, stat: FileStat): Promise<boolean> {
    const { hashes, notes, leftOut } = this.ports;
    if (leftOut.isDeclined(file.path)) {
      this.#leaveAlone(file, { kind: 'left-out', reason: 'declined' });
      return true;
    }
    const hash = hashes.recall(file, stat);
    if (hash === undefined) return false;
    const notePath = notes.byHash(hash);
    if (notePath !== null) {
      notes.seen(hash, file.path);
      if (!notes.isSigned(notePath)) this.#leaveAlone(file, { kind: 'known', notePath });
      return true;
    }
    const missing = await missingNote({ notes, leftOut }, hash, file.path);
    if (missing !== null) this.#leaveAlone(file, missing);
    return missing !== null;
  }

  #isQueued(file: PdfFile): boolean {
    const { working, waiting } = this.ports.queue;
    return working?.file === file || waiting.some((entry) => entry.file === file);
  }

  /** Returns true when a PDF is in the queue, or when its bytes were read before and have a note. */
  #isQueuedOrDone(file: PdfFile): boolean {
    const { hashes, notes } = this.ports;
    const hash = file.stat === undefined ? undefined : hashes.recall(file, file.stat);
    return this.#isQueued(file) || (hash !== undefined && notes.byHash(hash) !== null);
  }

  #isExcluded({ path }: PdfFile): boolean {
    return this.ports.isExcluded?.(path) === true;
  }

  #leaveAlone(file: PdfFile, outcome: Outcome): void {
    const endedAt = this.ports.timers.now();
    this.ports.onLeftAlone({ file, origin: 'found', state: { kind: 'ended', outcome }, endedAt });
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
