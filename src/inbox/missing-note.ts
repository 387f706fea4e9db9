import type { KnownNotes } from './known-notes';
import type { LeftOut } from './left-out';
import type { Outcome } from './queue-entry';

export interface MissingNotePorts {
  readonly notes: Pick<KnownNotes, 'unreadable' | 'hashOf'>;
  readonly leftOut: Pick<LeftOut, 'hadNote' | 'isKept'>;
}

/**
 * Must be called only for a PDF whose bytes have no known note. Returns the outcome if no new note may be
 * written automatically, because the PDF's note cannot be read or was deleted, or because the user keeps the
 * note of earlier bytes. Returns null if the PDF never had a note.
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
