import type { FailureDetails } from '../../failure';
import type { NoteContent, NoteLayout } from '../../note/content';
import type { PdfSource } from './pdf-protocol';
import type { PageChanges } from '../../note/changes/page-changes';
import type { Choice, Conflict } from '../../note/merge';

/** What the app asks of the note stage in the document worker, and what is said and asked about it. */

/** Stand for the subpath and the alias in a link that the app has written. Neither can be in a name that a link may hold. */
export const linkMarks = { subpath: '#page=0', alias: '#alias' };

/** Links to the PDF in the vault's own form. */
export interface LinkForm {
  /** To the file alone. */
  readonly file: string;
  /** To a place in it, with {@link linkMarks}. */
  readonly place: string;
  /** The value of `source_file`. */
  readonly source: string;
  /** Vault path of the PDF. */
  readonly pdfPath: string;
  /** Pages on which a link may mark its passage. */
  readonly markable: readonly number[];
}

/** Writes a note, or puts a new digest into one. */
export interface NoteJob {
  readonly type: 'note';
  readonly content: NoteContent;
  readonly layout: NoteLayout;
  /** Tag of the language of the note's own words. */
  readonly language: string;
  readonly links: LinkForm;
  /** The whole note that gets the new digest; left out for a new one. */
  readonly existing?: string;
}

/** Writes what the user has chosen into a note. */
export interface DecisionJob {
  readonly type: 'decide';
  readonly note: string;
  readonly choices: readonly (readonly [Conflict, Choice])[];
}

/** Compares a document's pages with the text that a note keeps. */
export interface CompareJob {
  readonly type: 'compare';
  /** The document; its pages are those the worker has read, or are read again. */
  readonly pdf: PdfSource;
  /** As when it was extracted. */
  readonly skip: readonly number[];
  /** The whole note. */
  readonly note: string;
}

/** The end of comparing; null when nothing can be told. */
export interface CompareMessage {
  readonly type: 'compared';
  readonly changes: PageChanges | null;
}

/** The end of writing and deciding: the whole note. */
export interface NoteMessage {
  readonly type: 'noted';
  readonly text: string;
  readonly conflicts: readonly Conflict[];
  /** Why the template was not used: details of `template-invalid`. */
  readonly problem?: FailureDetails;
}

/** YAML is the app's; the answer is that of a flat record, ending with a line break. */
export interface NoteQuestion {
  readonly type: 'yaml';
  readonly properties: Readonly<Record<string, unknown>>;
}
export type NoteAnswer = string;
