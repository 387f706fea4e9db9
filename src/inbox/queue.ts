import { Cancelled, toFailure, type Failure } from '../failure';
import type { NoteState } from '../note/content';
import type { PdfFile } from './vault';

/** What is being done for a PDF right now. Pages and parts count from 1. */
export type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'extracting'; readonly done: number; readonly of: number }
  | { readonly kind: 'digesting'; readonly part: number; readonly of: number; readonly model: string }
  | { readonly kind: 'writing' };

/** How the work on a PDF ended, failures aside. */
export type Outcome =
  /** A note was written. `failure` says why it is not a complete one. */
  | { readonly kind: 'written'; readonly notePath: string; readonly state: NoteState; readonly failure?: Failure }
  /** A note for these bytes is there already. */
  | { readonly kind: 'known'; readonly notePath: string }
  /** The PDF's note was made from other bytes; it was left alone. */
  | { readonly kind: 'changed'; readonly notePath: string }
  /** The bytes end before the PDF does: it is still being written. */
  | { readonly kind: 'unfinished' }
  /** The PDF was deleted, or changed again, while it was being worked on. */
  | { readonly kind: 'gone' };

/** Why a PDF is in the queue. `asked`: by the user, by name; `arrived`: new in the inbox; `found`: by reconciling. */
export type Origin = 'asked' | 'arrived' | 'modified' | 'found';

export interface QueueEntry {
  readonly file: PdfFile;
  readonly origin: Origin;
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'working'; readonly step: Step }
    | { readonly kind: 'ended'; readonly outcome: Outcome }
    | { readonly kind: 'failed'; readonly failure: Failure }
    | { readonly kind: 'cancelled' };
}

export type Work = (
  entry: QueueEntry,
  signal: AbortSignal,
  onStep: (step: Step) => void,
) => Promise<Outcome>;

export interface QueueEvents {
  /** Called after every change of an entry; `entry` is its new value. */
  readonly onChange: (entry: QueueEntry) => void;
  /** Called when nothing waits and nothing is being worked on any more. */
  readonly onIdle: () => void;
}

/** How many PDFs may wait. Those beyond are not lost: the inbox is reconciled again once the queue has room. */
export const mostWaiting = 1_000;

/**
 * Works on one PDF at a time, in the order they came. A PDF that waits already is not queued again.
 * Every failure ends in its entry; none stops the queue.
 */
export class Queue {
  readonly #waiting: QueueEntry[] = [];
  #working: { entry: QueueEntry; controller: AbortController } | null = null;
  #disposed = false;

  constructor(
    private readonly work: Work,
    private readonly events: QueueEvents,
  ) {}

  get waiting(): readonly QueueEntry[] {
    return this.#waiting;
  }

  get working(): QueueEntry | null {
    return this.#working?.entry ?? null;
  }

  /** False when the queue is full. True when the PDF waits now, or did already. */
  add(file: PdfFile, origin: Origin): boolean {
    if (this.#disposed) return false;
    const index = this.#waiting.findIndex((entry) => entry.file === file);
    const before = this.#waiting[index];
    if (before) {
      // What the user asked for by name outranks how the PDF came in the first place.
      if (origin === 'asked') this.#waiting[index] = { ...before, origin };
      return true;
    }
    if (this.#waiting.length >= mostWaiting) return false;
    const entry: QueueEntry = { file, origin, state: { kind: 'waiting' } };
    this.#waiting.push(entry);
    this.events.onChange(entry);
    this.#next();
    return true;
  }

  /** Takes the PDF out, or ends the work on it. */
  cancel(file: PdfFile): void {
    if (this.#working?.entry.file === file) this.#working.controller.abort();
    const index = this.#waiting.findIndex((entry) => entry.file === file);
    const [removed] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (removed) this.events.onChange({ ...removed, state: { kind: 'cancelled' } });
  }

  /** Cancels everything. Returns how many PDFs that were. */
  cancelAll(): number {
    const files = [...this.#waiting.map((entry) => entry.file)];
    if (this.#working) files.push(this.#working.entry.file);
    for (const file of files) this.cancel(file);
    return files.length;
  }

  /** Ends everything for good. */
  dispose(): void {
    this.#disposed = true;
    this.#waiting.length = 0;
    this.#working?.controller.abort();
  }

  #next(): void {
    if (this.#working || this.#disposed) return;
    const entry = this.#waiting.shift();
    if (!entry) {
      this.events.onIdle();
      return;
    }
    const controller = new AbortController();
    this.#working = { entry, controller };
    this.#step({ kind: 'reading' });
    this.work(entry, controller.signal, (step) => this.#step(step)).then(
      (outcome) => this.#end({ ...entry, state: { kind: 'ended', outcome } }),
      (thrown: unknown) =>
        this.#end({
          ...entry,
          state:
            thrown instanceof Cancelled ? { kind: 'cancelled' } : { kind: 'failed', failure: toFailure(thrown) },
        }),
    );
  }

  #step(step: Step): void {
    if (!this.#working || this.#disposed) return;
    this.#working.entry = { ...this.#working.entry, state: { kind: 'working', step } };
    this.events.onChange(this.#working.entry);
  }

  #end(entry: QueueEntry): void {
    this.#working = null;
    if (this.#disposed) return;
    this.events.onChange(entry);
    this.#next();
  }
}
