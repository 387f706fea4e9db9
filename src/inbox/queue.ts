import type { Clock } from '../clock';
import { Cancelled, toFailure } from '../failure';
import type { Origin, Outcome, Pause, QueueEntry, Step } from './queue-entry';
import type { NoteFile } from '../note/writer';
import type { PdfFile } from './vault';

export type {
  ClaimDoubt,
  Digesting,
  Need,
  Origin,
  Outcome,
  Pause,
  QueueEntry,
  Step,
  Written,
} from './queue-entry';

export type Work = (entry: QueueEntry, signal: AbortSignal, onStep: (step: Step) => void) => Promise<Outcome>;

export interface QueueEvents {
  /** Called after every change of an entry; `entry` is its new value. */
  readonly onChange: (entry: QueueEntry) => void;
  /** Called when no PDF is waiting and no PDF is being processed. */
  readonly onIdle: () => void;
  /** Called with the new pause, or with null when the queue resumes. `before` is the previous pause. */
  readonly onPause: (pause: Pause | null, before: Pause | null) => void;
}

/** Called with an entry that changed, or with null when the order or the pause changed. */
export type QueueListener = (entry: QueueEntry | null) => void;

/** Maximum number of waiting PDFs. The inbox queues the remaining PDFs when the queue is idle. */
export const mostWaiting = 1_000;

/**
 * Processes one PDF at a time, in order of arrival. A waiting PDF is not queued twice. A failure normally
 * ends only its own entry. A failure that would affect every PDF pauses the queue instead.
 */
export class Queue {
  readonly #waiting: QueueEntry[] = [];
  #working: { entry: QueueEntry; readonly controller: AbortController; readonly spentBefore: number } | null =
    null;
  #pause: Pause | null = null;
  #resumeTimer = 0;
  #disposed = false;
  readonly #listeners = new Set<QueueListener>();

  /**
   * @param spent returns the number of tokens that all work has used so far
   * @param holdUp called before each PDF and by `resume`. If it returns a pause, no work begins and the queue
   * is paused.
   */
  constructor(
    private readonly work: Work,
    private readonly events: QueueEvents,
    private readonly clock: Clock,
    private readonly spent: () => number = () => 0,
    private readonly holdUp: () => Pause | null = () => null,
  ) {}

  /**
   * Calls the listener after every change. The functions of `events` are called before the listener. Returns
   * a function that unsubscribes.
   */
  subscribe(listener: QueueListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get waiting(): readonly QueueEntry[] {
    return this.#waiting;
  }

  get working(): QueueEntry | null {
    return this.#working?.entry ?? null;
  }

  get paused(): Pause | null {
    return this.#pause;
  }

  /** Pauses the queue after the current PDF. Another pause never replaces a pause by the user. */
  pause(pause: Pause): void {
    const before = this.#pause;
    if (this.#disposed || (before !== null && before.failure === undefined)) return;
    this.clock.clear(this.#resumeTimer);
    this.#pause = pause;
    if (pause.until !== undefined) {
      this.#resumeTimer = this.clock.set(() => this.resume(), Math.max(0, pause.until - this.clock.now()));
    }
    this.events.onPause(pause, before);
    this.#notify(null);
  }

  /** Resumes the queue, unless `holdUp` returns a pause. Does nothing when the queue is not paused. */
  resume(): void {
    const before = this.#pause;
    if (before === null || this.#disposed) return;
    this.clock.clear(this.#resumeTimer);
    this.#pause = this.holdUp();
    this.events.onPause(this.#pause, before);
    this.#notify(null);
    this.#next();
  }

  /**
   * Queues a PDF. Returns false when the queue is full. For a PDF that is already waiting, returns true.
   * @param anew if true, a new note is written even if a PDF with the same bytes has a note already
   */
  add(file: PdfFile, origin: Origin, note?: NoteFile, anew = false): boolean {
    const into = { ...(note && { note }), ...(anew && { anew }) };
    if (this.#disposed) return false;
    const index = this.#waiting.findIndex((entry) => entry.file === file);
    const before = this.#waiting[index];
    if (before) {
      // If the user requests a PDF that is already waiting, its entry gets the origin of this request.
      const isNearer = origin === 'asked' || (origin === 'requested' && before.origin !== 'asked');
      if (isNearer) this.#waiting[index] = { ...before, origin, ...into };
      return true;
    }
    if (this.#waiting.length >= mostWaiting) return false;
    const entry: QueueEntry = { file, origin, ...into, state: { kind: 'waiting' } };
    this.#waiting.push(entry);
    this.#changed(entry);
    this.#next();
    return true;
  }

  /** Moves a waiting PDF to another index. If the index is too large, the PDF becomes the last. */
  move(file: PdfFile, to: number): void {
    const from = this.#waiting.findIndex((entry) => entry.file === file);
    const [entry] = from < 0 ? [] : this.#waiting.splice(from, 1);
    if (!entry) return;
    this.#waiting.splice(Math.max(0, to), 0, entry);
    this.#notify(null);
  }

  /** Removes a waiting PDF, or cancels the work on it. */
  cancel(file: PdfFile): void {
    if (this.#working?.entry.file === file) this.#working.controller.abort();
    const index = this.#waiting.findIndex((entry) => entry.file === file);
    const [removed] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (removed) this.#changed({ ...removed, state: { kind: 'cancelled' }, endedAt: this.clock.now() });
  }

  /** Cancels all PDFs of the queue and returns their number. */
  cancelAll(): number {
    const files = [...this.#waiting.map((entry) => entry.file)];
    if (this.#working) files.push(this.#working.entry.file);
    for (const file of files) this.cancel(file);
    return files.length;
  }

  /** Removes all waiting PDFs and cancels the work. From then on, the queue does nothing. */
  dispose(): void {
    this.#disposed = true;
    this.clock.clear(this.#resumeTimer);
    this.#waiting.length = 0;
    this.#listeners.clear();
    this.#working?.controller.abort();
  }

  #next(): void {
    if (this.#working || this.#pause || this.#disposed) return;
    const held = this.#waiting.length > 0 ? this.holdUp() : null;
    if (held !== null) {
      this.pause(held);
      return;
    }
    const entry = this.#waiting.shift();
    if (!entry) {
      this.events.onIdle();
      return;
    }
    const controller = new AbortController();
    this.#working = { entry, controller, spentBefore: this.spent() };
    this.#step({ kind: 'reading' });
    this.work(entry, controller.signal, (step) => this.#step(step)).then(
      (outcome) =>
        outcome.kind === 'held-up'
          ? this.#putBack(entry, outcome.pause)
          : this.#end(entry, { kind: 'ended', outcome }),
      (thrown: unknown) =>
        this.#end(
          entry,
          thrown instanceof Cancelled
            ? { kind: 'cancelled' }
            : { kind: 'failed', failure: toFailure(thrown) },
        ),
    );
  }

  #step(step: Step): void {
    if (!this.#working || this.#disposed) return;
    const { entry, spentBefore } = this.#working;
    const { state } = entry;
    const since = state.kind === 'working' && isSameKind(state.step, step) ? state.since : this.clock.now();
    const tokens = this.spent() - spentBefore;
    this.#working.entry = { ...entry, state: { kind: 'working', step, since, tokens } };
    this.#changed(this.#working.entry);
  }

  #putBack(entry: QueueEntry, pause: Pause): void {
    this.#working = null;
    if (this.#disposed) return;
    this.#waiting.unshift(entry);
    this.#changed(entry);
    this.pause(pause);
  }

  #end(entry: QueueEntry, state: QueueEntry['state']): void {
    this.#working = null;
    if (this.#disposed) return;
    this.#changed({ ...entry, state, endedAt: this.clock.now() });
    this.#next();
  }

  #changed(entry: QueueEntry): void {
    this.events.onChange(entry);
    this.#notify(entry);
  }

  #notify(entry: QueueEntry | null): void {
    for (const listener of this.#listeners) listener(entry);
  }
}

function isSameKind(one: Step, other: Step): boolean {
  const stageOf = (step: Step): string | undefined => (step.kind === 'digesting' ? step.stage : undefined);
  return one.kind === other.kind && stageOf(one) === stageOf(other);
}
