import type { documents } from './told-documents';

/** A document, words of the sentence cited, a statement about it, and for a task its owner (or none). */
export type Told = readonly [document: keyof typeof documents, cited: string, text: string, owner?: string];
