import { isDeclined } from './declined';
import type { QueueEntry } from './queue-entry';
import type { PdfFile } from './vault';

/**
 * Maximum number of results, enough for a day's work. The oldest are dropped first. The notes record finished
 * work permanently.
 */
const mostKept = 2_000;

/** The results since the app was started: the last state of each PDF, in the order in which they ended. */
export class History {
  readonly #last = new Map<PdfFile, QueueEntry>();

  get entries(): readonly QueueEntry[] {
    return [...this.#last.values()];
  }

  /** Handles a change of a queue entry. A PDF that waits or is processed again has no result. */
  record(entry: QueueEntry): void {
    this.#last.delete(entry.file);
    if (entry.state.kind === 'waiting' || entry.state.kind === 'working') return;
    this.#last.set(entry.file, entry);
    if (this.#last.size > mostKept) this.#dropOldest();
  }

  /**
   * Drops the oldest entry of the kind `known`, because a synced vault can bring many of these. If there is
   * none, drops the oldest entry.
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
   * Handles the renaming or moving of a PDF or a note. The entry that names it becomes a new object, so that
   * lists which compare entries by identity draw it again.
   */
  moved(from: string, to: string): void {
    for (const [file, entry] of this.#last) {
      const { state } = entry;
      const isNote = state.kind === 'ended' && 'notePath' in state.outcome && state.outcome.notePath === from;
      if (isNote) {
        const outcome = { ...state.outcome, notePath: to };
        this.#last.set(file, { ...entry, state: { kind: 'ended', outcome } });
      } else if (file.path === to) this.#last.set(file, { ...entry });
    }
  }

  /** Removes the results of these PDFs. */
  forget(files: Iterable<PdfFile>): void {
    for (const file of files) this.#last.delete(file);
  }

  /** The PDFs whose note lacks its digest or its second reading because of a failure. */
  get pending(): ReadonlySet<PdfFile> {
    const isPending = ({ state }: QueueEntry): boolean => {
      if (state.kind !== 'ended' || state.outcome.kind !== 'written') return false;
      return state.outcome.state === 'pending' || state.outcome.notReadTwice?.failure !== undefined;
    };
    return new Set(this.entries.filter(isPending).map(({ file }) => file));
  }

  /**
   * The PDFs without a note for which an action of the user or a retry can help. Two kinds are left out: PDFs
   * whose cost the user has just declined, and claims of notes, about which the user decides one by one.
   */
  get unfinished(): readonly QueueEntry[] {
    const needsYou = ({ state }: QueueEntry): boolean =>
      state.kind === 'ended' && state.outcome.kind === 'needs-you' && state.outcome.need.kind !== 'claim';
    return this.entries.filter(
      (entry) => entry.state.kind === 'failed' || (needsYou(entry) && !isDeclined(entry)),
    );
  }
}
