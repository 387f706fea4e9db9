import type { History } from '../inbox/history';
import type { LeftOut } from '../inbox/left-out';
import type { LeftOutReason, QueueEntry } from '../inbox/queue-entry';
import type { PdfFile } from '../inbox/vault';

/**
 * Records what the user decides about single PDFs. A PDF that is left out because of a decision is added to
 * the history.
 */
export class Decisions {
  constructor(
    private readonly leftOut: LeftOut,
    private readonly history: History,
    private readonly isInInbox: (pdfPath: string) => boolean,
  ) {}

  /** Handles the deletion of the only note of a PDF. `sha256` is the hash of the PDF. */
  noteDeleted(file: PdfFile, sha256: string): void {
    if (this.isInInbox(file.path))
      this.#leaveOut({ file, origin: 'found', endedAt: Date.now() }, 'deleted', sha256);
  }

  /** Allows automatic work on the PDF of this entry again, and removes the entry from the history. */
  readmit({ file, state }: QueueEntry): void {
    const outcome = state.kind === 'ended' ? state.outcome : undefined;
    this.leftOut.readmit(file.path, outcome?.kind === 'left-out' ? outcome.sha256 : undefined);
    this.history.forget([file]);
  }

  /** Keeps the note of a changed PDF. The user is asked again only when the PDF changes once more. */
  keepNote(entry: QueueEntry): void {
    const outcome = entry.state.kind === 'ended' ? entry.state.outcome : undefined;
    if (outcome?.kind !== 'changed' || outcome.sha256 === undefined) return;
    this.leftOut.keepNote(outcome.sha256);
    this.#leaveOut(entry, 'kept', outcome.sha256);
  }

  #leaveOut(entry: Omit<QueueEntry, 'state'>, reason: LeftOutReason, sha256: string): void {
    this.history.record({
      ...entry,
      state: { kind: 'ended', outcome: { kind: 'left-out', reason, sha256 } },
    });
  }
}
