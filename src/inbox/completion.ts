import type { Failure } from '../failure';
import type { DeviceStore, HashMemory } from './identify';
import type { IncompleteNote, KnownNotes } from './known-notes';
import type { Origin, Queue, QueueEntry } from './queue';
import type { InboxVault, PdfFile } from './vault';

export interface CompletionPorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly queue: Queue;
  readonly store: DeviceStore;
  /** Whether there is a model to ask; without one, offline notes are as good as they get. */
  readonly hasModel: () => boolean;
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
   * Queues the notes that wait for a digest, and those whose PDF could not be read but has changed. Returns how many.
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
    this.#add(
      this.ports.notes.incomplete().filter(({ pdf, state }) => state === 'pending' && files.has(pdf)),
      'found',
    );
  }

  /** Where the user allows it, queues all that lacks a model's digest and is not known to be hopeless. */
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
  record({ state }: QueueEntry): void {
    if (state.kind !== 'ended' || state.outcome.kind !== 'written') return;
    const { notePath, failure, state: became } = state.outcome;
    const isHopeless = became === 'pending' && failure !== undefined && this.ports.isOwn(failure);
    if (isHopeless !== this.#hopeless.has(notePath)) {
      if (isHopeless) this.#hopeless.add(notePath);
      else this.#hopeless.delete(notePath);
      this.#save();
    }
    const mended = this.#endpointFailed && became === 'complete';
    if (became === 'complete' || became === 'pending') this.#endpointFailed = became === 'pending' && !isHopeless;
    if (mended) this.byItself();
  }

  async #lacking(): Promise<readonly IncompleteNote[]> {
    const { notes, vault, hashes } = this.ports;
    await notes.ready();
    const lacking: IncompleteNote[] = [];
    for (const candidate of notes.incomplete()) {
      const { state, pdf, sha256 } = candidate;
      if (state === 'offline') continue;
      const stat = state === 'failed' ? await vault.stat(pdf) : null;
      const isSame = state === 'failed' && (stat === null || hashes.recall(pdf, stat) === sha256);
      if (!isSame) lacking.push(candidate);
    }
    return lacking;
  }

  #add(notes: readonly IncompleteNote[], origin: Origin): number {
    return notes.filter(({ pdf, note }) => this.ports.queue.add(pdf, origin, note)).length;
  }

  #save(): void {
    this.ports.store.save(storeKey, [...this.#hopeless].slice(-mostRemembered));
  }
}
