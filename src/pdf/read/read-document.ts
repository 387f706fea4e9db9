import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { logTrouble } from '../../log';
import type { Page } from '../document';
import { assembleDocument } from '../layout';
import { readPage, TextBudget, unreadPage, type ReadPage } from './read-page';

/**
 * Number of pages after which pdf.js frees the fonts and pages that it keeps. Reading fonts again takes only
 * milliseconds.
 */
const PAGES_PER_CLEANUP = 500;

/**
 * Reads all pages in order.
 * @param skip the numbers (counted from 1) of pages that are not read; their kind becomes `too-complex`
 * @param onPage is called before each page is read
 */
export async function readAllPages(
  document: PDFDocumentProxy,
  skip: ReadonlySet<number>,
  onPage?: (page: number) => void,
): Promise<readonly ReadPage[]> {
  const read: ReadPage[] = [];
  const text = new TextBudget();
  for (let number = 1; number <= document.numPages; number += 1) {
    onPage?.(number);
    read.push(skip.has(number) ? unreadPage(number, 'too-complex') : await readPage(document, number, text));
    const isHeavy = read.at(-1)?.page.kind === 'too-complex';
    if (isHeavy || number % PAGES_PER_CLEANUP === 0) await document.cleanup();
  }
  return read;
}

/** Makes the paragraphs of all pages of a document. */
export function assemblePages(read: readonly ReadPage[]): readonly Page[] {
  const paragraphs = assembleDocument(read.map(({ layout }) => layout));
  return read.map(({ page }, index) => ({ ...page, paragraphs: paragraphs[index] ?? [] }));
}

/**
 * Returns the title in the document information; undefined when there is none or the information is damaged.
 */
export async function titleOf(document: PDFDocumentProxy): Promise<string | undefined> {
  try {
    const { info } = await document.getMetadata();
    const title: unknown = 'Title' in info ? info.Title : undefined;
    return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
  } catch (reason) {
    logTrouble('document-information-unreadable', reason);
    return undefined;
  }
}
