import type { DocumentType } from './draft';

/** The types of properties, as the app names them in its menu of properties. */
export const ownFieldTypes = ['text', 'number', 'date', 'list'] as const;
export type FieldType = (typeof ownFieldTypes)[number];

/** A value that the user wants from documents, as a property of their notes. */
export interface OwnField {
  /** The name of the property, and of the value in an answer. */
  readonly name: string;
  readonly type: FieldType;
  /**
   * A description of the value to look for, in the user's words. If this is empty, the name is the
   * description.
   */
  readonly ask: string;
  /** The kinds of documents that have the value. If this is empty, every kind has it. */
  readonly kinds: readonly DocumentType[];
}

/** Returns whether two names belong to the same property. The app ignores upper and lower case, too. */
export function isSameProperty(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
