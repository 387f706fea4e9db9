import type { Checking } from '../digest/digest';
import type { NoteState } from '../note/content';
import type { NoteFile } from '../note/writer';
import type { PdfFile } from './vault';

/**
 * A note that can be completed, and its PDF. Either a model has not digested the PDF, or a model has not read
 * all statements of the digest a second time.
 */
export interface IncompleteNote {
  readonly note: NoteFile;
  readonly pdf: PdfFile;
  /** `complete` if only the second reading is missing. */
  readonly state: NoteState;
  /** SHA-256 of the bytes that the note was made from. */
  readonly sha256: string;
}

/** The data in the properties of the notes. There is no other record of finished work. */
export interface KnownNotes {
  /** Resolves when every note's frontmatter is known. Until then, the other methods may miss a note. */
  ready(): Promise<void>;
  /** Returns the path of a note whose PDF has this hash, or null. */
  byHash(sha256: string): string | null;
  /**
   * Finds a note of this PDF by the note's name and the hash in the note's text, even if the properties of
   * the note are damaged. Returns the path, or null.
   */
  unreadable(sha256: string, pdfPath: string): Promise<string | null>;
  /** Returns the hash in the properties of a note, or null. */
  hashOf(notePath: string): string | null;
  /** Returns whether a note has the property `pdf_digest`, which the plugin writes into each of its notes. */
  isSigned(notePath: string): boolean;
  /** Returns the path of a note whose `source_file` is the PDF at this path, or null. */
  bySource(pdfPath: string): string | null;
  /** Returns the paths of all PDFs for which `bySource` finds a note. */
  sources(): ReadonlySet<string>;
  /** Returns the state in the properties of a note; undefined when the state is absent or unknown. */
  stateOf(notePath: string): NoteState | undefined;
  /** Returns true if a statement of the model's digest in a note was not read a second time. */
  lacksSecondReading(notePath: string): boolean;
  /** Returns the notes that can be completed and whose PDF exists. */
  incomplete(): readonly IncompleteNote[];
  /**
   * Stores the current path of a PDF that has a note. If another program moved the PDF, the link in the note
   * has the old path.
   */
  seen(sha256: string, pdfPath: string): void;
  /** Adds a note that was just written and that the app has not parsed yet. */
  add(note: NoteFile, sha256: string, pdfPath: string, state: NoteState, checked?: Checking['level']): void;
}
