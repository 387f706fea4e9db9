import type { Page, Paragraph } from './document';

/** A paragraph that was read from the image of a page. Its place on the page is unknown. */
export type RecognisedParagraph = Pick<Paragraph, 'kind' | 'text'>;

/** Replaces the text of a page by the paragraphs that a model read from its image. */
export function recognisedPage(page: Page, paragraphs: readonly RecognisedParagraph[]): Page {
  return {
    ...page,
    paragraphs: paragraphs.map((read) => ({ ...read, page: page.number, source: [] })),
    recognised: true,
  };
}
