import type { DocumentType } from './draft';

/** The types of properties. The app's menu of properties uses the same names. */
export const ownFieldTypes = ['text', 'number', 'date', 'list'] as const;
export type FieldType = (typeof ownFieldTypes)[number];

/** A property that the user wants in notes. Its value comes from the document. */
export interface OwnField {
  /** The name of the property in the note. The model's answer gives the value under the same name. */
  readonly name: string;
  readonly type: FieldType;
  /** What the value is, in the user's words. If empty, only the name tells the model what the value is. */
  readonly ask: string;
  /** The kinds of documents that have this value; empty for all kinds. */
  readonly kinds: readonly DocumentType[];
}

/** Returns whether two names belong to the same property. The app ignores case. */
export function isSameProperty(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
