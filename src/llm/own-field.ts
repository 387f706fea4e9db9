import type { DocumentType } from './draft';

/** The types of properties, as the app names them in its menu of properties. */
export const ownFieldTypes = ['text', 'number', 'date', 'list'] as const;
export type FieldType = (typeof ownFieldTypes)[number];

/** A value that the user wants from documents, as a property of their notes. */
export interface OwnField {
  /** The name of the property in the note. The model's answer gives the value under the same name. */
  readonly name: string;
  readonly type: FieldType;
  /** What the value is, in the user's words. If empty, only the name tells the model what the value is. */
  readonly ask: string;
  /** The kinds of documents with this value. If empty, all kinds have it. */
  readonly kinds: readonly DocumentType[];
}

/** Returns whether two names belong to the same property. The app ignores case. */
export function isSameProperty(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
