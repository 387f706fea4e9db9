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
 * A note is a claim and not a fact, because everybody who can write to the vault can write one. Work for a
 * note may therefore read its PDF only if the PDF lies in an inbox folder and the note has the record of its
 * generated lines. A PDF outside of these folders may be read only at the user's request, and only if this
 * device has read the note's bytes at the PDF's path before. This shows that the user once chose that PDF on
 * this device.
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
