import type { App } from 'obsidian';
import { sha256 } from '../hash';
import type { HashMemory } from '../inbox/identify';
import type { AppInboxVault } from './inbox-vault';
import type { AppKnownNotes } from './known-notes';

export interface NoteProofPorts {
  readonly notes: AppKnownNotes;
  readonly vault: AppInboxVault;
  readonly hashes: HashMemory;
  readonly isInInbox: (pdfPath: string) => boolean;
  readonly isUnchanged: (note: string) => Promise<boolean>;
}

/**
 * Returns whether the plugin made a note from the PDF with the SHA-256 `hash`. Three conditions must be true:
 * the PDF to which the note points is in an inbox folder, the bytes of this PDF have this hash, and nobody
 * has changed the generated text of the note. No PDF outside of the inbox folders is read.
 */
export async function isProven(
  app: App,
  { notes, vault, hashes, isInInbox, isUnchanged }: NoteProofPorts,
  notePath: string,
  hash: string,
): Promise<boolean> {
  const note = app.vault.getFileByPath(notePath);
  const pdf = note === null ? null : notes.sourceOf(note);
  if (note === null || pdf === null || !isInInbox(pdf.path)) return false;
  const stat = await vault.stat(pdf);
  if (stat === null) return false;
  const found = hashes.recall(pdf, stat) ?? (await sha256(await vault.read(pdf)));
  return found === hash && isUnchanged(await app.vault.read(note));
}
