import type { NoteContent } from './content';
import type { Conflict } from './merge';

/**
 * A note in the vault. The object identifies the note, because its `path` changes when the note is renamed.
 */
export interface NoteFile {
  readonly path: string;
}

/** The text of a note before and after an update. */
export interface NoteUpdate {
  readonly note: NoteFile;
  /** The whole note before the update. */
  readonly before: string;
  /** The whole note after the update. */
  readonly after: string;
  /** The conflicts that the user has to decide. Until the decision, the note keeps the user's text. */
  readonly conflicts: readonly Conflict[];
}

/** Creates notes in the vault. `src/app/note-writer.ts` implements it. */
export interface NoteWriter {
  /**
   * Writes a whole note in one write, under a free name, and returns the note. `mayWrite` is called right
   * before the write.
   * @param time the note's time of change, in ms since 1970; the current time when it is absent
   * @throws Failure `vault-write`, or Cancelled when `mayWrite` returns false or the PDF is gone
   */
  write(pdfPath: string, content: NoteContent, mayWrite: () => boolean, time?: number): Promise<NoteFile>;
}

/** Updates existing notes with a new digest. `src/app/note-writer.ts` implements it. */
export interface NoteUpdater {
  /**
   * Merges the digest into the note in one write. It keeps the user's changes, including those made during
   * the update. `mayWrite` is called right before the write.
   * @param isAutomatic when true, the note's time of change is set only one second later than before. If a
   * user has changed the note on another device in the meantime, a sync service that keeps the newest version
   * then keeps the user's version
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
