import type { ParagraphKind, SourceRun } from '../pdf/document';

/** A sentence of the document. All sentences of the document are numbered from 1. */
export interface Sentence {
  readonly number: number;
  /** The page on which the sentence begins, from 1. */
  readonly page: number;
  readonly text: string;
  /** The kind of its paragraph. */
  readonly kind: ParagraphKind;
  /** The index of its paragraph in the document, from 0. */
  readonly paragraph: number;
  /** The places of the text in the PDF. Their `at` is an offset in `text`, in UTF-16 units. */
  readonly source: readonly SourceRun[];
}
