import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import type { PageInput, TextItemInput } from '../layout';

/** No page that a person reads has as many text items. A page with more was made to exhaust its reader. */
const MAX_ITEMS = 100_000;

/** The text of one page's content stream. */
export interface PageText extends Pick<PageInput, 'styles'> {
  readonly items: readonly TextItemInput[];
  /** The page has annotations that may hold text: form fields, or text that was typed onto the page. */
  readonly isTypedOn: boolean;
}

/** A chunk of our build of pdf.js (`build/patches.mjs`), whose last chunk of a page has the extra flags. */
type Chunk = TextContent & { readonly isTypedOn?: boolean };

/**
 * Reads a page's text items as a stream, so that an endless page is given up before it fills the memory.
 * @throws Error when there are too many items
 */
export async function pageText(page: PDFPageProxy): Promise<PageText> {
  const stream = page.streamTextContent({ disableNormalization: true }) as ReadableStream<Chunk>;
  const reader = stream.getReader();
  const items: TextItemInput[] = [];
  const styles: TextContent['styles'] = {};
  let isTypedOn = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { items, styles, isTypedOn };
    // Marked content is not requested, but the types allow it.
    for (const item of value.items) if ('str' in item) items.push(item);
    Object.assign(styles, value.styles);
    isTypedOn ||= value.isTypedOn === true;
    if (items.length <= MAX_ITEMS) continue;
    const reason = new Error(`more than ${MAX_ITEMS} text items`);
    await reader.cancel(reason);
    throw reason;
  }
}
