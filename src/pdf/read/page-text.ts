import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import type { PageInput, TextItemInput } from '../layout';

/**
 * More text items than any page that someone would read has. Beyond that a page is made to exhaust its
 * reader.
 */
const MAX_ITEMS = 100_000;

/** What one page's content stream says. */
export interface PageText extends Pick<PageInput, 'styles'> {
  readonly items: readonly TextItemInput[];
  /** Annotations of the page may hold text: fields of a form, or text typed onto it. */
  readonly isTypedOn: boolean;
}

/** Our build of pdf.js (`build/patches.mjs`) ends a page's text with what else it knows of the page. */
type Chunk = TextContent & { readonly isTypedOn?: boolean };

/**
 * A page's text items as they come, so that one without end is given up before it fills the memory.
 * @throws Error when there are too many.
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
    // Marked content is not asked for, but the types allow for it.
    for (const item of value.items) if ('str' in item) items.push(item);
    Object.assign(styles, value.styles);
    isTypedOn ||= value.isTypedOn === true;
    if (items.length <= MAX_ITEMS) continue;
    const reason = new Error(`more than ${MAX_ITEMS} text items`);
    await reader.cancel(reason);
    throw reason;
  }
}
