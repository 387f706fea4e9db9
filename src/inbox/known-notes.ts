import type { Checking } from '../digest/digest';
import type { NoteState } from '../note/content';
import type { NoteFile } from '../note/writer';
import type { PdfFile } from './vault';

/** What the vault's notes say of PDFs. The vault is the database: there is no other record of what was done. */

/** A note that has no digest of a model yet, or one that was not read a second time, and its PDF. */
export interface IncompleteNote {
  readonly note: NoteFile;
  readonly pdf: PdfFile;
  /** `complete`: its statements were not all read a second time. */
  readonly state: NoteState;
  /** Of the bytes the note was made from. */
  readonly sha256: string;
}

export interface KnownNotes {
  /** Resolves once every note's frontmatter is known, so that nothing is done twice. */
  ready(): Promise<void>;
  /** Path of a note made from these bytes, or null. */
  byHash(sha256: string): string | null;
  /** Path of a note whose `source_file` is the PDF at this path, or null. */
  bySource(pdfPath: string): string | null;
  /** Paths of all PDFs that `bySource` has a note of. */
  sources(): ReadonlySet<string>;
  /** What a note says of itself; undefined when it says nothing that is known. */
  stateOf(notePath: string): NoteState | undefined;
  /** Whether a note has a model's digest whose statements were not all read a second time. */
  lacksSecondReading(notePath: string): boolean;
  /** The notes that lack something and whose PDF is there. */
  incomplete(): readonly IncompleteNote[];
  /** Takes in where a PDF with a note is now: links of notes do not follow what is moved outside the app. */
  seen(sha256: string, pdfPath: string): void;
  /** Takes in a note that was just written, before the app has parsed it. */
  add(notePath: string, sha256: string, pdfPath: string, state: NoteState, checked?: Checking['level']): void;
}
