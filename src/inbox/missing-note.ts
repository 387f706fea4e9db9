import type { KnownNotes } from './known-notes';
import type { LeftOut } from './left-out';
import type { Outcome } from './queue-entry';

export interface MissingNotePorts {
  readonly notes: Pick<KnownNotes, 'unreadable'>;
  readonly leftOut: Pick<LeftOut, 'hadNote'>;
}

/**
 * To be called for a PDF for whose bytes no note is known. Returns the outcome if no new note may be written
 * automatically, because the PDF's note cannot be read or was deleted. Returns null if the PDF never had a
 * note.
 */
export async function missingNote(
  { notes, leftOut }: MissingNotePorts,
  sha256: string,
  pdfPath: string,
): Promise<Outcome | null> {
  const notePath = await notes.unreadable(sha256, pdfPath);
  if (notePath !== null) return { kind: 'known', notePath, isUnreadable: true };
  return leftOut.hadNote(sha256) ? { kind: 'left-out', reason: 'deleted', sha256 } : null;
}
