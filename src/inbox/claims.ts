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
 * Checks a note before its PDF is read. The note claims to be about this PDF. The claim may be false, because
 * everybody who can write to the vault can write such a note. The PDF must lie in an inbox folder, and the
 * note must have the property `pdf_digest`, which the plugin writes into each of its notes. There is one
 * exception: at the user's request, a PDF outside of the inbox folders may be read if this device has read
 * the PDF before, and if it then had the hash that the note states. In this case, the user once chose the PDF
 * on this device.
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
