import type { Failure } from '../failure';
import type { DeviceStore, HashMemory } from './identify';
import type { IncompleteNote, KnownNotes } from './known-notes';
import type { NoteFile } from '../note/writer';
import type { Origin, Queue, QueueEntry, Written } from './queue';
import type { InboxVault, PdfFile } from './vault';

export interface CompletionPorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly queue: Queue;
  readonly store: DeviceStore;
  /** Whether there is a model to ask; without one, offline notes are as good as they get. */
  readonly hasModel: () => boolean;
  /** Whether there is a model to read statements a second time, and the user wants that. */
  readonly readsTwice: () => boolean;
  /** Whether a note says that its statements were not all read a second time. @throws Failure `vault-read` */
  readonly saysNotReadTwice: (note: NoteFile) => Promise<boolean>;
  /** Whether the user lets notes be completed without being asked, on this device. */
  readonly byItself: () => boolean;
  /** Whether a failure is about its PDF alone, so that the same endpoint would fail again. */
  readonly isOwn: (failure: Failure) => boolean;
  /** What goes wrong where nobody waits for the outcome. */
  readonly onTrouble: (thrown: unknown) => void;
}

const storeKey = 'pdf-inbox-hopeless';

/** Notes remembered as hopeless; the oldest go first, and cost one more try. */
const mostRemembered = 1_000;

/** Gives notes the digest they lack: because the user asks, or by itself where they allow it. */
export class Completion {
  /** Paths of notes whose own PDF is what the endpoint fails at. Kept on the device, so that a start costs nothing. */
  readonly #hopeless: Set<string>;
  #endpointFailed = false;

  constructor(private readonly ports: CompletionPorts) {
    const stored = ports.store.load(storeKey);
    this.#hopeless = new Set(Array.isArray(stored) ? stored.filter((path) => typeof path === 'string') : []);
  }

  /**
   * Queues the notes that wait for a digest or for their second reading, and those whose PDF could not be
   * read but has changed. Returns how many.
   */
  async retry(origin: Origin): Promise<number> {
    return this.#add(await this.#lacking(), origin);
  }

  /** The offline engine's notes, when there is a model that could do better. */
  async offline(): Promise<readonly IncompleteNote[]> {
    const { notes, queue, hasModel } = this.ports;
    await notes.ready();
    if (!hasModel()) return [];
    return notes.incomplete().filter(({ state, pdf }) => state === 'offline' && pdf !== queue.working?.file);
  }

  /** Queues the offline engine's notes. */
  async completeOffline(): Promise<void> {
    this.#add(await this.offline(), 'asked');
  }

  /** As `retry`, without being asked for: only of these PDFs, and nothing that the user would be asked about. */
  again(files: ReadonlySet<PdfFile>): void {
    const { notes, readsTwice } = this.ports;
    const waits = (state: IncompleteNote['state']): boolean =>
      state === 'pending' || (state === 'complete' && readsTwice());
    this.#add(notes.incomplete().filter(({ pdf, state }) => waits(state) && files.has(pdf)), 'found');
  }

  /** Where the user allows it, queues all that lacks something of a model and is not known to be hopeless. */
  byItself(): void {
    const { byItself, hasModel, onTrouble } = this.ports;
    if (byItself() && hasModel()) this.#addAll().catch(onTrouble);
  }

  async #addAll(): Promise<void> {
    const lacking = [...(await this.#lacking()), ...(await this.offline())];
    this.#add(lacking.filter(({ note }) => !this.#hopeless.has(note.path)), 'found');
  }

  /** The endpoint is another, or was found to work: nothing is hopeless any more. */
  endpointMended(): void {
    this.#hopeless.clear();
    this.#save();
    this.byItself();
  }

  /** Takes in a change of the queue. A digest that succeeds after others failed says that the endpoint works again. */
  record({ state, note }: QueueEntry): void {
    // A note that has a digest is left as it is when there is none to be had.
    if (state.kind === 'failed' && note && this.ports.isOwn(state.failure)) this.#mark(note.path, true);
    if (state.kind !== 'ended' || state.outcome.kind !== 'written') return;
    const { notePath, state: became } = state.outcome;
    const lacks = became === 'pending' || state.outcome.notReadTwice !== undefined;
    const isHopeless = lacks && this.#isHopeless(state.outcome);
    this.#mark(notePath, isHopeless);
    const mended = this.#endpointFailed && became === 'complete' && !lacks;
    if (became === 'complete' || became === 'pending') this.#endpointFailed = lacks && !isHopeless;
    if (mended) this.byItself();
  }

  /** Whether the same endpoint would leave the note without the same thing again. */
  #isHopeless({ state, failure, notReadTwice }: Written): boolean {
    if (state === 'pending') return failure !== undefined && this.ports.isOwn(failure);
    // Answers without verdicts are no failure; asked for again, they would be paid for again.
    return notReadTwice?.failure === undefined || this.ports.isOwn(notReadTwice.failure);
  }

  #mark(notePath: string, isHopeless: boolean): void {
    if (isHopeless === this.#hopeless.has(notePath)) return;
    if (isHopeless) this.#hopeless.add(notePath);
    else this.#hopeless.delete(notePath);
    this.#save();
  }

  async #lacking(): Promise<readonly IncompleteNote[]> {
    const { notes } = this.ports;
    await notes.ready();
    const lacking: IncompleteNote[] = [];
    for (const candidate of notes.incomplete()) if (await this.#isLacking(candidate)) lacking.push(candidate);
    return lacking;
  }

  async #isLacking({ note, pdf, state, sha256 }: IncompleteNote): Promise<boolean> {
    const { vault, hashes, readsTwice, saysNotReadTwice } = this.ports;
    switch (state) {
      case 'pending':
        return true;
      case 'offline':
        return false;
      case 'complete':
        // Where the user had turned the second reading off, the whole digest would have to be paid for again.
        return readsTwice() && (await saysNotReadTwice(note));
      case 'failed': {
        const stat = await vault.stat(pdf);
        return stat !== null && hashes.recall(pdf, stat) !== sha256;
      }
    }
  }

  #add(notes: readonly IncompleteNote[], origin: Origin): number {
    return notes.filter(({ pdf, note }) => this.ports.queue.add(pdf, origin, note)).length;
  }

  #save(): void {
    this.ports.store.save(storeKey, [...this.#hopeless].slice(-mostRemembered));
  }
}
