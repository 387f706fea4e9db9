import type { Digest, NotRead } from '../digest/digest';
import type { FailureDetails, FailureKind } from '../failure';

/** `complete`: a model's digest. `offline`: the built-in engine's. `pending`: text, no digest. `failed`: no text. */
export type NoteState = 'complete' | 'offline' | 'pending' | 'failed';

/** Everything a note is made of. */
export interface NoteContent {
  readonly state: NoteState;
  /** Local time of writing. */
  readonly created: Date;
  /** The PDF's name with extension, without folders. */
  readonly pdfName: string;
  readonly pageCount: number;
  /** Hex, lower case. */
  readonly sha256: string;
  readonly model?: string;
  readonly tokens?: number;
  /** Present in `complete` and `offline`. */
  readonly digest?: Digest;
  /** Why there is no digest (`pending`), no text (`failed`), or why the offline engine stepped in (`offline`). */
  readonly reason?: { readonly kind: FailureKind; readonly details: FailureDetails };
  readonly notRead: readonly NotRead[];
  /** The whole text by page, paragraphs apart by line breaks. Empty in `failed`. */
  readonly archive: readonly { readonly page: number; readonly text: string }[];
}

export type TaskFormat = 'plain' | 'tasks' | 'dataview';
export type ArchiveForm = 'callout' | 'details' | 'none';

export interface NoteLayout {
  readonly tags: readonly string[];
  readonly taskFormat: TaskFormat;
  readonly archive: ArchiveForm;
  /** Characters; 0 is no limit. */
  readonly archiveLimit: number;
  /** Whether facts are written as properties, too. */
  readonly factProperties: boolean;
  /** The user's own text between title and footer, with placeholders; left out: the built-in layout. */
  readonly template?: string;
}

/** Links to the PDF as the app writes them. */
export interface LinkPorts {
  /** A link to the PDF as the vault is set, e.g. `[[合同.pdf#page=2|p. 2]]`; `subpath` begins with `#` or is empty. */
  readonly link: (subpath: string, alias?: string) => string;
  /**
   * The value of `source_file` when it is not `link('')`: properties know wikilinks only, even in a vault that is set
   * to Markdown links.
   */
  readonly sourceLink?: string;
  /** Vault path of the PDF, for links that have to be built by hand because of its name; else its bare name is used. */
  readonly pdfPath?: string;
  /** Whether a link to this page can mark a passage on it; left out, none can. */
  readonly marks?: (page: number) => boolean;
}

/** What the app does better than we could: its own link form and its own YAML. */
export interface NotePorts extends LinkPorts {
  /** YAML of a flat record, ending with a line break. */
  readonly yaml: (properties: Readonly<Record<string, unknown>>) => string;
}
