import type { NoteContent } from './content';
import type { Conflict } from './merge';

/** A note in the vault. The object is its identity: `path` follows renames. */
export interface NoteFile {
  readonly path: string;
}

/** What a new digest did to a note. */
export interface NoteUpdate {
  readonly note: NoteFile;
  /** The whole note, before and after. */
  readonly before: string;
  readonly after: string;
  /** What the user is to decide; until then their text stands. */
  readonly conflicts: readonly Conflict[];
}

/** Puts notes into the vault; its adapter is `src/app/note-writer.ts`. */
export interface NoteWriter {
  /**
   * One whole note in one write, under a free name. `stillWanted` is asked right before the write.
   * Returns the note's vault path.
   * @throws Failure `vault-write`, or Cancelled when it is no longer wanted.
   */
  write(pdfPath: string, content: NoteContent, stillWanted: () => boolean): Promise<string>;
}

/** Puts a new digest into a note that is there; its adapter is `src/app/note-writer.ts`. */
export interface NoteUpdater {
  /**
   * One write, on whatever the note is at that moment; what the user did to it stays. `stillWanted` is asked right
   * before the write.
   * @throws Failure `vault-write`, or Cancelled when it is no longer wanted or the note is gone.
   */
  update(note: NoteFile, pdfPath: string, content: NoteContent, stillWanted: () => boolean): Promise<NoteUpdate>;
}
