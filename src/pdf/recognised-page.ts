import type { Page, Paragraph } from './document';

/** What was read from a page's image, which says nothing of where on the page it stands. */
export type RecognisedParagraph = Pick<Paragraph, 'kind' | 'text'>;

/** The page with what a model read from its image, in place of whatever its text layer gave. */
export function recognisedPage(page: Page, paragraphs: readonly RecognisedParagraph[]): Page {
  return {
    ...page,
    paragraphs: paragraphs.map((read) => ({ ...read, page: page.number, source: [] })),
    recognised: true,
  };
}
