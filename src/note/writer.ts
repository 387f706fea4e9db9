import type { NoteContent } from './content';

/** Puts notes into the vault; the adapter over the app is `app-note-writer.ts`. */
export interface NoteWriter {
  /**
   * One whole note in one write, under a free name. `stillWanted` is asked right before the write.
   * Returns the note's vault path.
   * @throws Failure `vault-write`, or Cancelled when it is no longer wanted.
   */
  write(pdfPath: string, content: NoteContent, stillWanted: () => boolean): Promise<string>;
}
