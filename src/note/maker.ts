import type { FailureDetails } from '../failure';
import type { NoteContent, NoteLayout } from './content';
import type { Choice, Conflict } from './merge';

/**
 * Placeholders for the subpath and the alias in a link that the app makes. Both have a `#`. The file name in
 * the link cannot contain a `#`, so no part of it is mistaken for a placeholder.
 */
export const linkMarks = { subpath: '#page=0', alias: '#alias' };

/** Links to the PDF in the vault's link format. */
export interface LinkForm {
  /** A link without a subpath. */
  readonly file: string;
  /** A link with {@link linkMarks} as placeholders. */
  readonly place: string;
  /** The value of `source_file`. */
  readonly source: string;
  /** Vault path of the PDF. */
  readonly pdfPath: string;
  /** Links to notes of the vault. The keys are names from the digest's facts, in lower case. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Pages on which a link can mark a passage. */
  readonly markable: readonly number[];
}

/** The data from which a note is made. */
export interface NoteOrder {
  readonly content: NoteContent;
  readonly layout: NoteLayout;
  /** Language of the note's fixed texts, as a language tag. */
  readonly language: string;
  readonly links: LinkForm;
  /** The whole note into which the new digest is merged; absent for a new note. */
  readonly existing?: string;
}

export interface MadeNote {
  /** The whole note. */
  readonly text: string;
  readonly conflicts: readonly Conflict[];
  /** Why the template was not used, as details of `template-invalid`. */
  readonly problem?: FailureDetails;
}

/** The user's choice for each conflict. The choices are applied in this order. */
export type Choices = readonly (readonly [Conflict, Choice])[];

/**
 * Makes notes as text, without reading or writing files. The main thread calls the worker through this
 * interface.
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
   * Returns true when the user has not changed the generated parts of a note. The note's property
   * `pdf_digest` has the hashes of these parts.
   * @throws Failure `unexpected`, Cancelled
   */
  isUnchanged(note: string): Promise<boolean>;
  /**
   * Returns the note `remaining` with the changes that the user made in `withdrawn`, another note of the same
   * PDF.
   * @throws Failure `unexpected`, Cancelled
   */
  reunite(remaining: string, withdrawn: string): Promise<string>;
}
