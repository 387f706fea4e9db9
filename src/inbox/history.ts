import { isDeclined } from './declined';
import type { QueueEntry } from './queue-entry';
import type { PdfFile } from './vault';

/** Maximum number of results, enough for a day's work. Older work can be seen in the notes. */
const mostKept = 2_000;

/** The results since the app was started: the last state of each PDF, oldest first. */
export class History {
  readonly #last = new Map<PdfFile, QueueEntry>();
  readonly #listeners = new Set<() => void>();

  /** Calls the listener after every change. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get entries(): readonly QueueEntry[] {
    return [...this.#last.values()];
  }

  /**
   * Handles a change of a queue entry. While a PDF waits or is processed, it has no result.
   * @param whereIs returns the present path of a note. Another plugin may have moved the note after it was
   * written and before its result is recorded.
   */
  record(entry: QueueEntry, whereIs = (notePath: string): string => notePath): void {
    const isKnown = this.#last.delete(entry.file);
    const isResult = entry.state.kind !== 'waiting' && entry.state.kind !== 'working';
    if (isResult) this.#last.set(entry.file, withPresentNote(entry, whereIs));
    if (this.#last.size > mostKept) this.#dropOldest();
    if (isKnown || isResult) this.#notify();
  }

  /**
   * Removes the result "left out because the note was deleted" of a PDF, because the PDF has a note again.
   */
  noteFound(sha256: string): void {
    const isOver = ({ state }: QueueEntry): boolean =>
      state.kind === 'ended' &&
      state.outcome.kind === 'left-out' &&
      state.outcome.reason === 'deleted' &&
      state.outcome.sha256 === sha256;
    this.forget(this.entries.filter(isOver).map(({ file }) => file));
  }

  /**
   * Drops the oldest entry with the outcome `known` (the PDF already has a note), because a synced vault can
   * cause many such entries. If there is none, drops the oldest entry.
   */
  #dropOldest(): void {
    const leftAlone = this.entries.find(
      ({ state }) => state.kind === 'ended' && state.outcome.kind === 'known',
    );
    const [oldest] = this.#last.keys();
    const dropped = leftAlone?.file ?? oldest;
    if (dropped !== undefined) this.#last.delete(dropped);
  }

  /**
   * Handles the renaming or moving of a PDF or a note. The entry is replaced by a copy, because the lists in
   * the interface draw an entry again only if it is a new object.
   */
  moved(from: string, to: string): void {
    let isChanged = false;
    for (const [file, entry] of this.#last) {
      const moved = withNoteAt(entry, from, to) ?? (file.path === to ? { ...entry } : null);
      if (moved === null) continue;
      this.#last.set(file, moved);
      isChanged = true;
    }
    if (isChanged) this.#notify();
  }

  /** Removes the results of these PDFs. */
  forget(files: Iterable<PdfFile>): void {
    const forgotten = [...files].filter((file) => this.#last.delete(file));
    if (forgotten.length > 0) this.#notify();
  }

  /**
   * The PDFs whose note was written although a failure occurred: the note has no digest, or its second
   * reading (a check by a model) is incomplete.
   */
  get pending(): ReadonlySet<PdfFile> {
    const isPending = ({ state }: QueueEntry): boolean => {
      if (state.kind !== 'ended' || state.outcome.kind !== 'written') return false;
      return state.outcome.state === 'pending' || state.outcome.notReadTwice?.failure !== undefined;
    };
    return new Set(this.entries.filter(isPending).map(({ file }) => file));
  }

  /**
   * The PDFs that can be retried all at once: failed PDFs, and PDFs that wait for the user. Two kinds must be
   * retried one by one: a PDF whose cost the user has just declined, and a PDF to which a note may or may not
   * belong (`claim`).
   */
  get unfinished(): readonly QueueEntry[] {
    const needsYou = ({ state }: QueueEntry): boolean =>
      state.kind === 'ended' && state.outcome.kind === 'needs-you' && state.outcome.need.kind !== 'claim';
    return this.entries.filter(
      (entry) => entry.state.kind === 'failed' || (needsYou(entry) && !isDeclined(entry)),
    );
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

function withPresentNote(entry: QueueEntry, whereIs: (notePath: string) => string): QueueEntry {
  const { state } = entry;
  if (state.kind !== 'ended' || !('notePath' in state.outcome)) return entry;
  const { notePath } = state.outcome;
  const present = whereIs(notePath);
  return present === notePath ? entry : (withNoteAt(entry, notePath, present) ?? entry);
}

/** Returns the entry with the new path of its note; null when its note is not at the old path. */
function withNoteAt(entry: QueueEntry, from: string, to: string): QueueEntry | null {
  const { state } = entry;
  if (state.kind !== 'ended') return null;
  const { outcome } = state;
  if ('notePath' in outcome && outcome.notePath === from)
    return { ...entry, state: { ...state, outcome: { ...outcome, notePath: to } } };
  if (outcome.kind !== 'needs-you' || outcome.need.kind !== 'claim' || outcome.need.notePath !== from)
    return null;
  return { ...entry, state: { ...state, outcome: { ...outcome, need: { ...outcome.need, notePath: to } } } };
}
