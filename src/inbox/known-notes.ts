import type { Checking } from '../digest/digest';
import type { NoteState } from '../note/content';
import type { NoteFile } from '../note/writer';
import type { PdfFile } from './vault';

/** What the notes in the vault record about PDFs. There is no other record of finished work. */

/** A note without a model's digest, or whose digest was not read a second time, and its PDF. */
export interface IncompleteNote {
  readonly note: NoteFile;
  readonly pdf: PdfFile;
  /** `complete` means that not all statements were read a second time. */
  readonly state: NoteState;
  /** SHA-256 of the bytes that the note was made from. */
  readonly sha256: string;
}

export interface KnownNotes {
  /** Resolves once every note's frontmatter is known, so that no PDF is processed twice. */
  ready(): Promise<void>;
  /** Path of a note made from these bytes, or null. */
  byHash(sha256: string): string | null;
  /** Hash of the bytes that a note says it was made from; null when it is not a note of ours. */
  hashOf(notePath: string): string | null;
  /** Whether a note has the record of its generated lines, which every note of this plugin has. */
  isSigned(notePath: string): boolean;
  /** Path of a note whose `source_file` is the PDF at this path, or null. */
  bySource(pdfPath: string): string | null;
  /** Paths of all PDFs for which `bySource` finds a note. */
  sources(): ReadonlySet<string>;
  /** The state recorded in a note; undefined when it has no known one. */
  stateOf(notePath: string): NoteState | undefined;
  /** Whether a note has a model's digest whose statements were not all read a second time. */
  lacksSecondReading(notePath: string): boolean;
  /** The notes that can be completed and whose PDF exists. */
  incomplete(): readonly IncompleteNote[];
  /**
   * Records where a PDF with a note is now. Links in notes do not follow files that are moved outside the
   * app.
   */
  seen(sha256: string, pdfPath: string): void;
  /** Adds a note that was just written and that the app has not parsed yet. */
  add(notePath: string, sha256: string, pdfPath: string, state: NoteState, checked?: Checking['level']): void;
}
