import type { ParagraphKind, SourceRun } from '../pdf/document';

/** One numbered sentence of the document. Numbers count from 1 through the whole document. */
export interface Sentence {
  readonly number: number;
  /** The page on which the sentence begins, from 1. */
  readonly page: number;
  readonly text: string;
  /** The kind of its paragraph. */
  readonly kind: ParagraphKind;
  /** The index of its paragraph, from 0 through the whole document. */
  readonly paragraph: number;
  /** The places of the text in the PDF; `at` counts from the start of this sentence, in UTF-16 units. */
  readonly source: readonly SourceRun[];
}
