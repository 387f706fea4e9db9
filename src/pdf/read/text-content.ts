import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import type { PageInput, TextItemInput } from '../layout';
import { budget } from './budget';

/**
 * More text items than any page that someone would read has. Beyond that a page is made to exhaust its
 * reader.
 */
const MAX_ITEMS = 100_000;

/** More edges of drawn lines than any table has. Maps have millions, which are left out. */
const MAX_RULES = 1_000_000;

/** What our build of pdf.js (`build/patches.mjs`) adds. */
type Content = TextContent & { readonly rules?: readonly number[] };

/**
 * A page's text items and drawn lines as they come, so that a page without end is given up before it fills
 * the memory.
 * @throws BudgetExceeded when there are too many items.
 */
export async function textContent(
  page: PDFPageProxy,
): Promise<Pick<PageInput, 'items' | 'styles' | 'rules'>> {
  const stream = page.streamTextContent({ disableNormalization: true }) as ReadableStream<Content>;
  const reader = stream.getReader();
  const items: TextItemInput[] = [];
  const rules: number[] = [];
  const styles: TextContent['styles'] = {};
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { items, styles, rules };
    // Marked content is not asked for, but the types allow for it.
    for (const item of value.items) if ('str' in item) items.push(item);
    if (rules.length < MAX_RULES) for (const edge of value.rules ?? []) rules.push(edge);
    Object.assign(styles, value.styles);
    if (items.length <= MAX_ITEMS) continue;
    await reader.cancel(new Error('There are too many text items.'));
    budget.exceed('text items');
  }
}
