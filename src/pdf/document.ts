import type { EmbeddedInvoices } from './attachments/invoice';

/**
 * The types of the data that are read from a PDF. The first page has the number 1. Offsets and lengths are in
 * UTF-16 units.
 */

/**
 * A run is a part of the text of a paragraph, together with its place in the PDF. Without `original`, the
 * paragraph's `text.slice(at, at + length)` equals `items[item].str.slice(from, from + length)` on page
 * `page`. `items` are the entries with a `str` (also empty ones) of
 * `getTextContent({ disableNormalization: true }).items` of pdf.js. Characters that the layout adds (a space
 * between words, a tab between cells, a hyphen that pdf.js leaves out) belong to no run.
 */
export interface SourceRun {
  readonly at: number;
  readonly length: number;
  readonly page: number;
  readonly item: number;
  readonly from: number;
  /**
   * The characters at this place of the item, if they differ from the paragraph's text: for example the
   * ligature ﬁ for the letters fi, or two Latin letters for a Chinese character whose two bytes pdf.js has
   * read as letters.
   */
  readonly original?: string;
}

export type ParagraphKind = 'text' | 'heading' | 'list-item' | 'row';

/**
 * One paragraph, heading, list item or table row. There is a tab between the cells of a row. `page` is the
 * number of the page on which the text begins.
 */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly page: number;
  readonly text: string;
  readonly source: readonly SourceRun[];
}

/**
 * The kind of a page. `text` has a usable text layer. `scan` is an image of a page. `drawing` has vector
 * graphics or small images but no text. `blank` has no ink. `garbage` has a text layer that is not reliable.
 * `unreadable` could not be read. `too-complex` needs too much memory or time.
 */
export type PageKind = 'text' | 'scan' | 'drawing' | 'blank' | 'garbage' | 'unreadable' | 'too-complex';

export interface Page {
  readonly number: number;
  readonly kind: PageKind;
  /** Width in points, after the rotation of the page. */
  readonly width: number;
  /** Height in points, after the rotation of the page. */
  readonly height: number;
  readonly paragraphs: readonly Paragraph[];
  /**
   * Set when a model read the text from the image of the page. The `source` of its paragraphs is then empty,
   * and `kind` is still the kind that the page has in the PDF.
   */
  readonly recognised?: true;
  /**
   * Set for a `text` page that may have more text than was read. Its content is missing or ends with an
   * error, or a font is not reliable.
   */
  readonly damaged?: true;
  /**
   * Text that nobody can see on the page because of its colour, size, layer or cover. It is in no paragraph.
   */
  readonly hidden?: string;
}

export interface PdfText {
  readonly pageCount: number;
  readonly pages: readonly Page[];
  /** The title in the document information. Untrusted. */
  readonly title?: string;
  /** The invoices in attachments or in the document information. */
  readonly embedded?: EmbeddedInvoices;
}
