import type { RecognisedParagraph } from '../pdf/recognised-page';

/** The result of reading one page image. */
export type PageReading =
  /** One line for each paragraph, list item and table row, and an empty line between paragraphs. */
  { readonly kind: 'text'; readonly text: string } | NoPageText;

/** A {@link PageReading} with its text split into paragraphs. */
export type LaidOutReading =
  { readonly kind: 'text'; readonly paragraphs: readonly RecognisedParagraph[] } | NoPageText;

export type NoPageText =
  | { readonly kind: 'no-text' }
  /** The model, or the endpoint's content filter, refused to read the page. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unusable'; readonly problem: PageProblem };

export type PageProblem = 'empty' | 'repeats' | 'cut-off';

export interface PageAnswer<Reading = PageReading> {
  readonly reading: Reading;
  /**
   * Number of tokens of all requests and answers for the page, also of unusable answers; absent when the
   * endpoint reported no numbers.
   */
  readonly tokens?: number;
}

/** One page of one document. */
export interface PageToRead {
  /** Unique for each page of each document. It is not sent to the endpoint. */
  readonly id: string;
  /** Renders the page as a JPEG each time it is called. */
  readonly image: () => Promise<Blob>;
}

/** A vision model behind an endpoint. */
export interface PageReader<Reading = PageReading> {
  readonly name: string;
  /** The number of pages that may be read at once. */
  readonly concurrency: number;
  /**
   * True when the user has to agree before images are sent, because an image also shows the values that the
   * user hides.
   */
  readonly needsConsent?: boolean;
  /**
   * Reads one page from its image.
   * @throws Failure of an `llm-*` kind when the endpoint did not answer
   * @throws Cancelled, or the error with which `image` failed
   */
  read(page: PageToRead, signal: AbortSignal): Promise<PageAnswer<Reading>>;
  /** Deletes the cached answers of this object. Never rejects. */
  release?(): Promise<void>;
}
