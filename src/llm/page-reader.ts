import type { RecognisedParagraph } from '../pdf/recognised-page';

/** What a vision model made of one page image. */
export type PageReading =
  /** The text, checked: plain, one paragraph, list item or table row a line, blocks apart by empty lines. */
  | { readonly kind: 'text'; readonly text: string }
  | NoPageText;

/** A reading whose text was made into paragraphs. */
export type LaidOutReading = { readonly kind: 'text'; readonly paragraphs: readonly RecognisedParagraph[] } | NoPageText;

export type NoPageText =
  /** The model says that there is no text on the page. */
  | { readonly kind: 'no-text' }
  /** The model, or the endpoint's filter, would not read the page. */
  | { readonly kind: 'refused' }
  /** The model answered, but not with the page's text. */
  | { readonly kind: 'unusable'; readonly problem: PageProblem };

export type PageProblem = 'empty' | 'repeats' | 'cut-off';

export interface PageAnswer<Reading = PageReading> {
  readonly reading: Reading;
  /** Prompt and completion together, unusable answers included, as the endpoint reported; left out when it did not. */
  readonly tokens?: number;
}

/** One page of one document. */
export interface PageToRead {
  /** Differs from that of every other page of every other document; it is not sent. */
  readonly id: string;
  /** The page as a JPEG, made when it is needed. */
  readonly image: () => Promise<Blob>;
}

/** A vision model behind an endpoint. */
export interface PageReader<Reading = PageReading> {
  readonly name: string;
  /** How many pages may be under way at once. */
  readonly concurrency: number;
  /**
   * Reads one page from its image, of which nothing is held once the promise has settled.
   * @throws Failure of an `llm-*` kind when the endpoint did not answer, what `image` throws, or Cancelled.
   */
  read(page: PageToRead, signal: AbortSignal): Promise<PageAnswer<Reading>>;
  /** Forgets what was kept for the pages read here. Never rejects. */
  release?(): Promise<void>;
}
