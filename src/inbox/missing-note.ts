import type { KnownNotes } from './known-notes';
import type { LeftOut } from './left-out';
import type { Outcome } from './queue-entry';

export interface MissingNotePorts {
  readonly notes: Pick<KnownNotes, 'unreadable' | 'hashOf'>;
  readonly leftOut: Pick<LeftOut, 'hadNote' | 'isKept'>;
}

/**
 * For a PDF without a known note, returns the reason why the plugin does not write a note automatically, or
 * null if it writes one. The reasons: the user keeps the old note of a changed PDF, the PDF has a note that
 * the app read too late or not at all, or the note was deleted.
 */
export async function missingNote(
  { notes, leftOut }: MissingNotePorts,
  sha256: string,
  pdfPath: string,
): Promise<Outcome | null> {
  if (leftOut.isKept(sha256)) return { kind: 'left-out', reason: 'kept', sha256 };
  const notePath = await notes.unreadable(sha256, pdfPath);
  if (notePath !== null) {
    const isRead = notes.hashOf(notePath) === sha256;
    return { kind: 'known', notePath, ...(isRead ? {} : { isUnreadable: true }) };
  }
  return leftOut.hadNote(sha256) ? { kind: 'left-out', reason: 'deleted', sha256 } : null;
}
