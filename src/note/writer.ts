import type { NoteContent } from './content';
import type { Conflict } from './merge';

/** A note in the vault. When the note is renamed, the object stays the same and its `path` changes. */
export interface NoteFile {
  readonly path: string;
}

/** The whole text of a note before and after an update. */
export interface NoteUpdate {
  readonly note: NoteFile;
  readonly before: string;
  readonly after: string;
  /** The user has to decide these conflicts. Until then, the note keeps the user's text. */
  readonly conflicts: readonly Conflict[];
}

/** Creates notes in the vault. `src/app/note-writer.ts` implements it. */
export interface NoteWriter {
  /**
   * Writes a new note under a free name. `mayWrite` is called right before the write.
   * @param time the note's time of change, in ms since 1970; now if absent
   * @throws Failure `vault-write`, or Cancelled when `mayWrite` returns false or the PDF is gone
   */
  write(pdfPath: string, content: NoteContent, mayWrite: () => boolean, time?: number): Promise<NoteFile>;
}

/** Updates existing notes with a new digest. `src/app/note-writer.ts` implements it. */
export interface NoteUpdater {
  /**
   * Merges the digest into the note in one write. The user's changes are kept, also those that were made
   * during the update. `mayWrite` is called right before the write.
   * @param isAutomatic if true, the note's time of change moves by only one second. A sync service that keeps
   * the newest version then prefers a version that the user changed on another device.
   * @throws Failure `vault-write`, or Cancelled when `mayWrite` returns false or the note is gone
   */
  update(
    note: NoteFile,
    pdfPath: string,
    content: NoteContent,
    mayWrite: () => boolean,
    isAutomatic: boolean,
  ): Promise<NoteUpdate>;
}
