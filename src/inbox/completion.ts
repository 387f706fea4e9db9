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
  /** Whether a model is configured. Without one, notes of the offline engine cannot be improved. */
  readonly hasModel: () => boolean;
  /** Whether a model reads statements a second time, which the user can turn off. */
  readonly readsTwice: () => boolean;
  /** Whether a note says that its statements were not all read a second time. @throws Failure `vault-read` */
  readonly saysNotReadTwice: (note: NoteFile) => Promise<boolean>;
  /** Whether the user allows automatic completion, on this device. */
  readonly byItself: () => boolean;
  /** Whether a PDF at this vault path lies in an inbox folder. */
  readonly isInInbox: (pdfPath: string) => boolean;
  /** Whether a failure concerns its PDF alone, so that it would recur with the same endpoint. */
  readonly isOwn: (failure: Failure) => boolean;
  /** Receives errors of automatic work, which no caller waits for. */
  readonly onTrouble: (thrown: unknown) => void;
}

const storeKey = 'pdf-inbox-hopeless';

/** The most paths to remember. The oldest are dropped first, which costs one more attempt each. */
const mostRemembered = 1_000;

/**
 * Completes notes that lack a digest or a second reading: at the user's request, or automatically where the
 * user allows it.
 */
export class Completion {
  /**
   * Paths of notes at whose own PDF the endpoint fails. Stored on the device, so that a start does not retry
   * them.
   */
  readonly #hopeless: Set<string>;
  #endpointFailed = false;

  constructor(private readonly ports: CompletionPorts) {
    const stored = ports.store.load(storeKey);
    this.#hopeless = new Set(Array.isArray(stored) ? stored.filter((path) => typeof path === 'string') : []);
  }

  /**
   * Queues the notes that wait for a digest or for their second reading, and those whose unreadable PDF has
   * changed. Returns the number of PDFs queued.
   */
  async retry(origin: Origin): Promise<number> {
    return this.#add(await this.#lacking(), origin);
  }

  /** The notes of the offline engine, if a model is configured that could replace them. */
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

  /**
   * Does what `retry` does, but automatically, so that the user is never asked anything, and only for notes
   * of these PDFs that wait for a digest or for their second reading.
   */
  again(files: ReadonlySet<PdfFile>): void {
    const { notes, readsTwice } = this.ports;
    const waits = (state: IncompleteNote['state']): boolean =>
      state === 'pending' || (state === 'complete' && readsTwice());
    this.#add(
      notes.incomplete().filter(({ pdf, state }) => waits(state) && files.has(pdf)),
      'found',
    );
  }

  /**
   * If the user allows it, queues all notes that a model could complete, except those known to be hopeless.
   */
  byItself(): void {
    const { byItself, hasModel, onTrouble } = this.ports;
    if (byItself() && hasModel()) this.#addAll().catch(onTrouble);
  }

  async #addAll(): Promise<void> {
    const lacking = [...(await this.#lacking()), ...(await this.offline())];
    this.#add(
      lacking.filter(({ note }) => !this.#hopeless.has(note.path)),
      'found',
    );
  }

  /**
   * Call this when the endpoint was changed or found to work. All notes are retried, because none is known to
   * be hopeless with it.
   */
  endpointMended(): void {
    this.#hopeless.clear();
    this.#save();
    this.byItself();
  }

  /**
   * Handles a change of a queue entry. A digest that succeeds after others failed shows that the endpoint
   * works again.
   */
  record({ state, note }: QueueEntry): void {
    // When an update of a note fails, the note stays unchanged and the entry fails.
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

  /** Whether the same endpoint would fail again at the same part of the note. */
  #isHopeless({ state, failure, notReadTwice }: Written): boolean {
    if (state === 'pending') return failure !== undefined && this.ports.isOwn(failure);
    // Without a failure, the model answered but gave no verdicts; asking again would cost the same again.
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
        // A note made while the second reading was off does not say so: completing it would cost a whole new
        // digest.
        return readsTwice() && (await saysNotReadTwice(note));
      case 'failed': {
        const stat = await vault.stat(pdf);
        return stat !== null && hashes.recall(pdf, stat) !== sha256;
      }
    }
  }

  #add(notes: readonly IncompleteNote[], origin: Origin): number {
    const { queue, isInInbox, notes: known } = this.ports;
    // A request for all notes is no consent to what a doubtful note asks for: the user is asked about each.
    const isDoubtful = ({ pdf, note }: IncompleteNote): boolean =>
      !isInInbox(pdf.path) || !known.isSigned(note.path);
    return notes.filter((lacking) => {
      const { pdf, note } = lacking;
      return queue.add(pdf, isDoubtful(lacking) ? 'found' : origin, note);
    }).length;
  }

  #save(): void {
    this.ports.store.save(storeKey, [...this.#hopeless].slice(-mostRemembered));
  }
}
