import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import { recodingsOf } from '../codes/recoding';
import type { Cover, DrawnItem } from '../hidden/doubtful';
import type { FontStyleInput, PageInput } from '../layout';
import { budget } from './budget';

/** Maximum number of text items of a page. Only a hostile PDF has more. */
const MAX_ITEMS = 100_000;

/** Maximum number of coordinates of drawn lines. Maps have more; their further lines are left out. */
const MAX_RULES = 1_000_000;

/** Maximum number of filled areas of a page. Maps have more; their further areas are left out. */
const MAX_COVERS = 100_000;

/** The text and the drawn lines of one page's content stream. */
export interface PageContent extends Pick<PageInput, 'styles' | 'rules' | 'recodings'> {
  readonly items: readonly DrawnItem[];
  /** Filled areas and images, in the order in which they are drawn. */
  readonly covers: readonly Cover[];
  /**
   * True when the page has annotations that may contain text: form fields, or text that was typed onto the
   * page.
   */
  readonly isTypedOn: boolean;
}

/**
 * A chunk of the text that our build of pdf.js (`build/patches.mjs`) returns. Only the last chunk of a page
 * has `isTypedOn`.
 */
type Chunk = TextContent & {
  readonly rules?: readonly number[];
  /**
   * Six numbers for each area: the four edges of its box, the number of items of this chunk that are drawn
   * before the area, and 1 for an image, otherwise 0.
   */
  readonly covers?: readonly number[];
  readonly isTypedOn?: boolean;
};

/**
 * Reads the text items and drawn lines of a page as a stream, so that an endless page is stopped before it
 * fills the memory.
 * @throws BudgetExceeded when there are too many items.
 */
export async function textContent(page: PDFPageProxy): Promise<PageContent> {
  const stream = page.streamTextContent({ disableNormalization: true }) as ReadableStream<Chunk>;
  const reader = stream.getReader();
  const items: DrawnItem[] = [];
  const covers: Cover[] = [];
  const rules: number[] = [];
  const styles: Record<string, FontStyleInput> = {};
  let isTypedOn = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { items, styles, rules, recodings: recodingsOf(items, styles), covers, isTypedOn };
    const before = items.length;
    // Marked content is not requested, but the types allow it.
    for (const item of value.items) if ('str' in item) items.push(item);
    if (rules.length < MAX_RULES) for (const edge of value.rules ?? []) rules.push(edge);
    if (covers.length < MAX_COVERS)
      for (const cover of coversOf(value.covers ?? [], before)) covers.push(cover);
    Object.assign(styles, value.styles);
    isTypedOn ||= value.isTypedOn === true;
    if (items.length <= MAX_ITEMS) continue;
    await reader.cancel(new Error('There are too many text items.'));
    budget.exceed('text items');
  }
}

function coversOf(numbers: readonly number[], before: number): readonly Cover[] {
  return Array.from({ length: Math.floor(numbers.length / 6) }, (_, at): Cover => {
    const [left = 0, bottom = 0, right = 0, top = 0, after = 0, image = 0] = numbers.slice(
      6 * at,
      6 * at + 6,
    );
    return { box: [left, bottom, right, top], after: before + after, isImage: image === 1 };
  });
}
