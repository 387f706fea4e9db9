import type { ParagraphKind, SourceRun } from '../pdf/document';

/** One numbered sentence of the document. Numbers count from 1 through the whole document. */
export interface Sentence {
  readonly number: number;
  /** The page it begins on, from 1. */
  readonly page: number;
  readonly text: string;
  /** What kind of paragraph it stands in, and which (index from 0 through the document). */
  readonly kind: ParagraphKind;
  readonly paragraph: number;
  /** `at` counts from the start of this sentence's text. */
  readonly source: readonly SourceRun[];
}
