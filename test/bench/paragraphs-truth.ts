import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of pdf.js' structure tree, or a reference to marked content of the page. */
type TreeNode =
  | { readonly role: string; readonly children: readonly TreeNode[] }
  | { readonly type: string; readonly id: string };

/** Roles of elements within a paragraph (ISO 32000-1, 14.8.4.4). They do not start a new paragraph. */
const INLINE = new Set([
  'Span',
  'Quote',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
  'Lbl',
  'Em',
  'Strong',
  'Sub',
  'Formula',
  'NonStruct',
  'Note',
]);

/** Returns the paragraphs, headings, list items and table rows of each page, according to its tags. */
export async function taggedParagraphs(document: PDFDocumentProxy): Promise<string[][]> {
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const root = (await page.getStructTree()) as TreeNode | null;
    pages.push(root ? new Reader(await markedText(page)).read(root) : []);
    page.cleanup();
  }
  return pages;
}

async function markedText(page: PDFPageProxy): Promise<Map<string, string>> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of content.items) {
    if ('str' in item) {
      const id = [...open].reverse().find((name) => name !== undefined);
      if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.type === 'beginMarkedContentProps' ? item.id : undefined);
  }
  return texts;
}

class Reader {
  private readonly paragraphs: string[] = [];
  private inline = '';

  constructor(private readonly texts: ReadonlyMap<string, string>) {}

  read(root: TreeNode): string[] {
    this.visit(root);
    this.close();
    return this.paragraphs;
  }

  private visit(node: TreeNode): void {
    if (!('children' in node)) {
      if (node.type === 'content') this.inline += this.texts.get(node.id) ?? '';
      return;
    }
    if (node.role === 'TR' && isSimpleRow(node)) {
      this.close();
      this.inline = this.allText(node);
      this.close();
      return;
    }
    // A list item has a label (`1.`) and a body. In the text they are one paragraph.
    const opens = !INLINE.has(node.role) && node.role !== 'LBody' && !(isBlock(node) && this.afterLabel);
    if (opens) this.close();
    for (const child of node.children) this.visit(child);
    this.afterLabel = node.role === 'Lbl';
    if (opens || isBlock(node)) this.close();
  }

  private afterLabel = false;

  private allText(node: TreeNode): string {
    if (!('children' in node)) return node.type === 'content' ? (this.texts.get(node.id) ?? '') : '';
    return node.children.map((child) => this.allText(child)).join(' ');
  }

  private close(): void {
    this.afterLabel = false;
    if (this.inline.trim() !== '') this.paragraphs.push(this.inline);
    this.inline = '';
  }
}

function isBlock(node: TreeNode): boolean {
  return 'children' in node && !INLINE.has(node.role) && node.role !== 'LBody';
}

/**
 * Returns false for a row that has only one cell, or that has a cell with several paragraphs. On the page,
 * such text does not look like a row.
 */
function isSimpleRow(row: TreeNode): boolean {
  if (!('children' in row)) return false;
  const cells = row.children.filter((cell) => 'children' in cell);
  return cells.length > 1 && cells.every((cell) => blocksWithin(cell) <= 1);
}

function blocksWithin(node: TreeNode): number {
  if (!('children' in node)) return 0;
  return node.children.reduce(
    (count, child) => count + (isBlock(child) ? Math.max(1, blocksWithin(child)) : blocksWithin(child)),
    0,
  );
}
