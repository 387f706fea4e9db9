import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { assembleDocument, layoutPage, type PageInput } from '../../src/pdf/layout';
import { textContent } from '../../src/pdf/read/text-content';

/** Returns the input of `layoutPage` for every page. */
export async function textItems(document: PDFDocumentProxy): Promise<PageInput[]> {
  const pages: PageInput[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await textContent(page);
    const { width, height } = page.getViewport({ scale: 1 });
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    pages.push({
      number,
      width,
      height,
      view: [left, bottom, right, top],
      rotate: page.rotate,
      ...content,
    });
    page.cleanup();
  }
  return pages;
}

/**
 * Returns the plugin's paragraphs, page by page. If a paragraph continues on the next page, it is split at
 * the end of the page, because the correct paragraphs (from the tags of the PDF) are split there, too.
 */
export function extractedByPage(pages: readonly PageInput[]): string[][] {
  const byPage = pages.map((): string[] => []);
  for (const paragraph of assembleDocument(pages.map(layoutPage)).flat()) {
    let from = 0;
    let page = paragraph.page;
    for (const run of paragraph.source) {
      if (run.page === page) continue;
      byPage[page - 1]?.push(paragraph.text.slice(from, run.at));
      from = run.at;
      page = run.page;
    }
    byPage[page - 1]?.push(paragraph.text.slice(from));
  }
  return byPage;
}

/** Returns the lines that pdf.js finds by itself, without our layout. */
export function plainLines(page: PageInput): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { str, hasEOL } of page.items) {
    line += str;
    if (!hasEOL) continue;
    lines.push(line);
    line = '';
  }
  return [...lines, line].filter((text) => text.trim() !== '');
}
