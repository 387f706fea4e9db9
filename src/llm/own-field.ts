import { documentTypes, type DocumentType } from './draft';

/** The types of an own field. A date is `YYYY-MM-DD` in the note. */
export const ownFieldTypes = ['text', 'number', 'date', 'list'] as const;
export type OwnFieldType = (typeof ownFieldTypes)[number];

/** A value that the user wants to have of every document, or of documents of some kinds. */
export interface OwnField {
  /** The name of the note's property, which the model returns with the value. */
  readonly name: string;
  readonly type: OwnFieldType;
  /** What the model is to look for, in the user's words; if this is empty, the name says it. */
  readonly ask: string;
  /** The kinds of documents that have the field; if this is empty, all have it. */
  readonly kinds: readonly DocumentType[];
}

/** Properties that the plugin or the app uses itself. Names that begin with `pdf_` are reserved, too. */
const reserved = /^(?:created|source_file|type|tags?|alias(?:es)?|status|cssclass(?:es)?|publish|position)$/i;

/** Returns whether a name can be that of an own field: one line that the app accepts as a property. */
export function isOwnFieldName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= 60 &&
    name === name.trim() &&
    /^[\p{L}_][\p{L}\p{M}\p{N} _./-]*$/u.test(name) &&
    !/^pdf_/i.test(name) &&
    !reserved.test(name)
  );
}

export function isDocumentType(value: unknown): value is DocumentType {
  return documentTypes.some((type) => type === value);
}
