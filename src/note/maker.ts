import type { FailureDetails } from '../failure';
import type { NoteContent, NoteLayout } from './content';
import type { Choice, Conflict } from './merge';

/**
 * Placeholders for the subpath and the alias in a link that the app has written. A file name that is allowed
 * in links contains neither of them.
 */
export const linkMarks = { subpath: '#page=0', alias: '#alias' };

/** Links to the PDF in the vault's link format. */
export interface LinkForm {
  /** A link to the file, without a subpath. */
  readonly file: string;
  /** A link to a position in the PDF, with {@link linkMarks} as placeholders. */
  readonly place: string;
  /** The value of `source_file`. */
  readonly source: string;
  /** Vault path of the PDF. */
  readonly pdfPath: string;
  /** Links to notes of the vault by the names in the digest, in lower case. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Pages on which a link may mark its passage. */
  readonly markable: readonly number[];
}

/** The data that a note is made from. */
export interface NoteOrder {
  readonly content: NoteContent;
  readonly layout: NoteLayout;
  /** Language of the note's fixed texts, as a language tag. */
  readonly language: string;
  readonly links: LinkForm;
  /** The whole note that the new digest is merged into; absent for a new note. */
  readonly existing?: string;
}

export interface MadeNote {
  /** The whole note. */
  readonly text: string;
  readonly conflicts: readonly Conflict[];
  /** Why the template was not used, as details of `template-invalid`. */
  readonly problem?: FailureDetails;
}

/** The user's choice for each conflict, in the order in which the choices are written into the note. */
export type Choices = readonly (readonly [Conflict, Choice])[];

/**
 * Makes notes from digests, as text. It reads and writes no files. The main thread calls the note stage
 * through this interface.
 */
export interface NoteMaker {
  /**
   * Makes a note. `yaml` writes a flat record as YAML that ends with a line break.
   * @throws Failure `unexpected`; Cancelled when the plugin is unloaded; whatever `yaml` throws
   */
  make(order: NoteOrder, yaml: (properties: Readonly<Record<string, unknown>>) => string): Promise<MadeNote>;
  /**
   * Writes the user's choices into the note.
   * @throws Failure `unexpected`; Cancelled
   */
  decide(note: string, choices: Choices): Promise<MadeNote>;
  /**
   * Returns true when the generated parts of a note are exactly those that its own record (`pdf_digest`)
   * lists.
   * @throws Failure `unexpected`, Cancelled
   */
  isUnchanged(note: string): Promise<boolean>;
  /**
   * Adds to the note `remaining` the changes that the user made in `withdrawn`, another note of the same PDF,
   * and returns the resulting text.
   * @throws Failure `unexpected`, Cancelled
   */
  reunite(remaining: string, withdrawn: string): Promise<string>;
}
