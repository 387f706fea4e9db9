import { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { DeviceStore } from '../device-store';
import { sha256 as hashOf } from '../hash';
import { doubtOf } from './claims';
import type { HashMemory } from './identify';
import type { IncompleteNote, KnownNotes } from './known-notes';
import type { NoteFile } from '../note/writer';
import type { Origin, Queue, QueueEntry, Written } from './queue';
import { isRequest } from './queue-entry';
import type { InboxVault, PdfFile } from './vault';

export interface CompletionPorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly queue: Queue;
  readonly store: DeviceStore;
  /** Returns whether a model is configured. */
  readonly hasModel: () => boolean;
  /** Returns true when a PDF at this vault path must not be sent to the configured endpoint. */
  readonly mustStayOnDevice: (pdfPath: string) => boolean;
  /** Returns whether a model reads statements a second time. */
  readonly readsTwice: () => boolean;
  /**
   * Returns whether a note says that some of its statements were not read a second time.
   * @throws Failure `vault-read`
   */
  readonly statesNotReadTwice: (note: NoteFile) => Promise<boolean>;
  /** Returns the maximum size, in bytes, of a PDF that may be read automatically. */
  readonly automaticSizeLimit: () => number;
  /** Returns whether the user allows automatic completion on this device. */
  readonly isAutomatic: () => boolean;
  /** Returns whether a PDF at this vault path lies in an inbox folder. */
  readonly isInInbox: (pdfPath: string) => boolean;
  /** Returns whether a failure comes from the PDF itself, so that the same endpoint would fail again. */
  readonly isOwn: (failure: Failure) => boolean;
  /** Receives errors of automatic work, for which no caller waits. */
  readonly onTrouble: (thrown: unknown) => void;
}

const storeKey = 'pdf-inbox-hopeless';

/**
 * Maximum number of paths to remember. If a path is dropped, its note is tried once more. The oldest paths
 * are dropped first.
 */
const mostRemembered = 1_000;

/**
 * Completes notes that lack a digest or a second reading. It does so at the user's request, or automatically
 * if the user allows it.
 */
export class Completion {
  /**
   * Paths of notes with a PDF that makes every request fail. The paths are stored on the device, so that
   * these notes are not tried again after the next start.
   */
  readonly #failingByThemselves: Set<string>;
  /** True when the last digest failed because of the endpoint, and not because of the PDF. */
  #endpointFailed = false;
  /** PDFs that were queued once more by `#repeatOnce`. */
  readonly #repeated = new Set<PdfFile>();

  constructor(private readonly ports: CompletionPorts) {
    const stored = ports.store.load(storeKey);
    this.#failingByThemselves = new Set(
      Array.isArray(stored) ? stored.filter((path) => typeof path === 'string') : [],
    );
  }

  /**
   * Queues the notes that wait for a digest or for their second reading. Also queues the note of a PDF that
   * could not be read, if the PDF has changed since the note was made. Returns the number of queued PDFs.
   */
  async retry(origin: Origin): Promise<number> {
    return this.#add(await this.#lacking(origin), origin);
  }

  /** Returns the notes of the offline engine whose digests the model can replace; none without a model. */
  async offline(): Promise<readonly IncompleteNote[]> {
    const { notes, queue, hasModel, mustStayOnDevice } = this.ports;
    await notes.ready();
    if (!hasModel()) return [];
    return notes
      .incomplete()
      .filter(
        ({ state, pdf }) => state === 'offline' && pdf !== queue.working?.file && !mustStayOnDevice(pdf.path),
      );
  }

  /** Queues the offline engine's notes. */
  async completeOffline(): Promise<void> {
    this.#add(await this.offline(), 'asked');
  }

  /**
   * For each PDF of `files`, queues its note if the note waits for a digest or a second reading.
   */
  again(files: ReadonlySet<PdfFile>): void {
    const { notes, readsTwice, mustStayOnDevice } = this.ports;
    const waits = ({ state, pdf }: IncompleteNote): boolean =>
      state === 'pending' || (state === 'complete' && readsTwice() && !mustStayOnDevice(pdf.path));
    this.#add(
      notes.incomplete().filter((candidate) => waits(candidate) && files.has(candidate.pdf)),
      'found',
    );
  }

  /**
   * If the user allows it, queues all notes that a model can complete, except those that failed because of
   * their own PDF.
   */
  startAutomatically(): void {
    const { isAutomatic, hasModel, onTrouble } = this.ports;
    if (isAutomatic() && hasModel()) this.#addAll().catch(onTrouble);
  }

  async #addAll(): Promise<void> {
    const lacking = [...(await this.#lacking('found')), ...(await this.offline())];
    this.#add(
      lacking.filter(({ note }) => !this.#failingByThemselves.has(note.path)),
      'found',
    );
  }

  /**
   * Must be called when the endpoint was changed or found to work. Retries all notes, because a note that
   * failed before may succeed with this endpoint.
   */
  endpointRecovered(): void {
    this.#failingByThemselves.clear();
    this.#save();
    this.startAutomatically();
  }

  /** Removes from memory the list of notes that failed because of their own PDF. */
  forget(): void {
    this.#failingByThemselves.clear();
  }

  /**
   * Handles a change of a queue entry. If a digest succeeds after the endpoint has failed, starts the
   * automatic completion again.
   */
  record({ file, state, note }: QueueEntry): void {
    // If the digest for an existing note fails, the note stays unchanged, so only the entry contains the
    // failure.
    if (state.kind === 'failed' && note && this.ports.isOwn(state.failure)) this.#mark(note.path, true);
    if (state.kind !== 'ended' || state.outcome.kind !== 'written') return;
    const { notePath, state: became } = state.outcome;
    const lacks = became === 'pending' || state.outcome.notReadTwice !== undefined;
    const willFailAgain = lacks && this.#wouldFailAgain(state.outcome);
    this.#mark(notePath, willFailAgain);
    if (became === 'pending') this.#repeatOnce(file, state.outcome.failure);
    else this.#repeated.delete(file);
    const recovered = this.#endpointFailed && became === 'complete' && !lacks;
    if (became === 'complete' || became === 'pending') this.#endpointFailed = lacks && !willFailAgain;
    if (recovered) this.startAutomatically();
  }

  /** Queues a PDF once more if its failure may go away by itself and was not caused by the endpoint. */
  #repeatOnce(file: PdfFile, failure: Failure | undefined): void {
    const isLocalFault = failure?.passing === true && traitsOf(failure.kind).origin !== 'endpoint';
    if (!isLocalFault || this.#repeated.has(file)) return;
    this.#repeated.add(file);
    this.again(new Set([file]));
  }

  /** Returns whether a new request to the same endpoint would fail in the same way. */
  #wouldFailAgain({ state, failure, notReadTwice }: Written): boolean {
    if (state === 'pending') return failure !== undefined && this.ports.isOwn(failure);
    // Without a failure, the model has answered, but gave no verdicts. A new request would cost the same and
    // would probably bring no verdicts either.
    return notReadTwice?.failure === undefined || this.ports.isOwn(notReadTwice.failure);
  }

  #mark(notePath: string, willFailAgain: boolean): void {
    if (willFailAgain === this.#failingByThemselves.has(notePath)) return;
    if (willFailAgain) this.#failingByThemselves.add(notePath);
    else this.#failingByThemselves.delete(notePath);
    this.#save();
  }

  async #lacking(origin: Origin): Promise<readonly IncompleteNote[]> {
    const { notes } = this.ports;
    await notes.ready();
    const lacking: IncompleteNote[] = [];
    for (const candidate of notes.incomplete())
      if (await this.#isLacking(candidate, origin)) lacking.push(candidate);
    return lacking;
  }

  async #isLacking({ note, pdf, state, sha256 }: IncompleteNote, origin: Origin): Promise<boolean> {
    const { vault, hashes, mustStayOnDevice, readsTwice, statesNotReadTwice, automaticSizeLimit } =
      this.ports;
    switch (state) {
      case 'pending':
        return true;
      case 'offline':
        return false;
      case 'complete':
        // A note that was made while the second reading was off does not say that statements were not read.
        // Completing such a note would cost a whole new digest, so it is not completed.
        return readsTwice() && !mustStayOnDevice(pdf.path) && (await statesNotReadTwice(note));
      case 'failed': {
        const stat = await vault.stat(pdf);
        if (stat === null || hashes.recall(pdf, stat) !== sha256) return stat !== null;
        // A file whose content was not on the disk yet may have been read as zeros. When the content arrives,
        // size and time stay the same, so the bytes are compared.
        const mayRead =
          stat.size <= automaticSizeLimit() && doubtOf(this.ports, pdf.path, note.path, origin) === null;
        return isRequest(origin) && mayRead && (await this.#hasOtherBytes(pdf, sha256));
      }
    }
  }

  /** Returns true also when the file cannot be read, because the queue then reports the failure. */
  async #hasOtherBytes(pdf: PdfFile, sha256: string): Promise<boolean> {
    try {
      return (await hashOf(await this.ports.vault.read(pdf))) !== sha256;
    } catch (thrown) {
      if (thrown instanceof Failure) return true;
      throw thrown;
    }
  }

  #add(notes: readonly IncompleteNote[], origin: Origin): number {
    return notes.filter(({ pdf, note }) => {
      // A note is doubtful if its PDF is outside of the inbox folders, or if the note lacks the property
      // `pdf_digest`. A request for all notes does not approve doubtful notes, so the user has to decide
      // about each of them.
      const isDoubtful = doubtOf(this.ports, pdf.path, note.path, origin) !== null;
      return this.ports.queue.add(pdf, isDoubtful ? 'found' : origin, note);
    }).length;
  }

  #save(): void {
    this.ports.store.save(storeKey, [...this.#failingByThemselves].slice(-mostRemembered));
  }
}
