import type { Digest, NotRead } from '../digest/digest';
import type { FailureDetails, FailureKind } from '../failure';

/**
 * The state of a note. `complete`: a model made its digest. `offline`: the offline engine made its digest.
 * `pending`: the note has the text of the PDF, but no digest yet. `failed`: the note has no text.
 */
export type NoteState = 'complete' | 'offline' | 'pending' | 'failed';

/** The data from which a note is rendered. */
export interface NoteContent {
  readonly state: NoteState;
  /** Local time. */
  readonly created: Date;
  /** With the extension and without folders. */
  readonly pdfName: string;
  readonly pageCount: number;
  /** The hash as hexadecimal digits in lower case. */
  readonly sha256: string;
  readonly model?: string;
  readonly tokens?: number;
  /** Present in the states `complete` and `offline`. */
  readonly digest?: Digest;
  /**
   * Why there is no digest (`pending`), why there is no text (`failed`), or why the offline engine was used
   * (`offline`).
   */
  readonly reason?: { readonly kind: FailureKind; readonly details: FailureDetails };
  /** True when the offline engine was used because the PDF must stay on this device. */
  readonly onlyHere?: true;
  readonly notRead: readonly NotRead[];
  /** The text of the pages, with line breaks between paragraphs. Empty in the state `failed`. */
  readonly archive: readonly ArchivedPage[];
}

/** The text of one page. `hidden` is text that nobody can see on the page. The first page is 1. */
export interface ArchivedPage {
  readonly page: number;
  readonly text: string;
  readonly hidden?: string;
}

/** The formats for the due date of a to-do. */
export const taskFormats = ['plain', 'tasks', 'dataview'] as const;
export type TaskFormat = (typeof taskFormats)[number];

/**
 * How the tags of a digest are chosen. `prefer`: a tag of the vault if one fits, otherwise a new tag. `only`:
 * only tags of the vault. `new`: the digest's own tags. `none`: no tags.
 */
export const tagPolicies = ['prefer', 'only', 'new', 'none'] as const;
export type TagPolicy = (typeof tagPolicies)[number];

/** How the tags of a digest are written. `known` are the tags of the vault, without `#`, most used first. */
export interface TagLayout {
  readonly policy: TagPolicy;
  readonly prefix: string;
  readonly known: readonly string[];
  /** True when the tags of the digest are also in the property `tags`. */
  readonly inProperty: boolean;
}

export type ArchiveForm = 'callout' | 'details' | 'none';

export interface NoteLayout {
  readonly tags: readonly string[];
  readonly taskFormat: TaskFormat;
  readonly archive: ArchiveForm;
  /** Maximum number of characters in the archive; 0 means no limit. */
  readonly archiveLimit: number;
  /** True when facts are also written as properties. */
  readonly factProperties: boolean;
  /** If absent, the digest's own tags are written in the note's text, but not in the property `tags`. */
  readonly digestTags?: TagLayout;
  /** The user's names in documents. If absent or empty, the user's to-dos are not listed separately. */
  readonly me?: readonly string[];
  /**
   * The types that the vault has set for properties. The keys are names of properties in lower case, the
   * values are the app's names of types, such as `checkbox`.
   */
  readonly propertyTypes?: Readonly<Record<string, string>>;
  /** True when the document's title becomes the heading of the note. */
  readonly titleAsHeading?: boolean;
  /** The user's template for the part between title and footer. If absent, the built-in layout is used. */
  readonly template?: string;
}

/** Writes links to the PDF in the form that the app uses. */
export interface LinkPorts {
  /**
   * Returns a link to the PDF. It has the vault's link format, for example `[[合同.pdf#page=2|p. 2]]`.
   * `subpath` begins with `#` or is empty.
   */
  readonly link: (subpath: string, alias?: string) => string;
  /**
   * The value of the property `source_file`. It is a wikilink even in a vault that uses Markdown links,
   * because the app follows only wikilinks in properties. If absent, the value is `link('')`.
   */
  readonly sourceLink?: string;
  /**
   * Vault path of the PDF. If a wikilink cannot contain this path (`a#b.pdf`), a Markdown link to the path is
   * written instead. If absent, the file name is used instead of the path.
   */
  readonly pdfPath?: string;
  /** Links to notes of the vault. The keys are the names and aliases of the notes, in lower case. */
  readonly noteLinks?: ReadonlyMap<string, string>;
  /** Returns whether a link can mark text on this page. If absent, links cannot mark text. */
  readonly marks?: (page: number) => boolean;
}

/** The functions of the app that rendering needs. */
export interface NotePorts extends LinkPorts {
  /** Writes a flat record as YAML that ends with a line break. */
  readonly yaml: (properties: Readonly<Record<string, unknown>>) => string;
}
