import type { HashMemory } from './identify';
import type { KnownNotes } from './known-notes';
import { isRequest, type ClaimDoubt, type Origin } from './queue-entry';

export interface ClaimPorts {
  readonly notes: Pick<KnownNotes, 'isSigned' | 'hashOf'>;
  readonly hashes: Pick<HashMemory, 'everHad'>;
  /** Returns whether a PDF at this vault path lies in an inbox folder. */
  readonly isInInbox: (pdfPath: string) => boolean;
}

/**
 * Checks a note that claims to be about a PDF, before the PDF is read. The claim may be false, because
 * everybody who can write to the vault can write such a note. So the PDF must be in an inbox folder, and the
 * note must have the property `pdf_digest`, which the plugin writes into each of its notes. A PDF in another
 * folder is accepted only if the user requested to process it, and this device has already read a PDF with
 * the note's hash at the same path.
 * @returns why the claim is doubtful, or null when the work may begin
 */
export function doubtOf(
  { notes, hashes, isInInbox }: ClaimPorts,
  pdfPath: string,
  notePath: string,
  origin: Origin,
): ClaimDoubt | null {
  const hash = notes.hashOf(notePath);
  const isOwn = isRequest(origin) && hash !== null && hashes.everHad(pdfPath, hash);
  if (!isInInbox(pdfPath) && !isOwn) return 'outside';
  return notes.isSigned(notePath) ? null : 'unsigned';
}
