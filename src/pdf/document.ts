import type { EmbeddedInvoices } from './attachments/invoice';

/**
 * The result of the PDF stage: plain, readonly data. Pages count from 1, and offsets and lengths are UTF-16
 * units.
 */

/**
 * The place in the PDF of a run of a paragraph: `text.slice(at, at + length)` equals
 * `items[item].str.slice(from, from + length)` on page `page`. Here, `items` are the entries with a `str` of
 * `getTextContent({ disableNormalization: true }).items` of pdf.js, including the empty ones. Characters that
 * the layout adds (a space between words, a tab between cells, a hyphen that pdf.js leaves out) belong to no
 * run.
 */
export interface SourceRun {
  readonly at: number;
  readonly length: number;
  readonly page: number;
  readonly item: number;
  readonly from: number;
  /**
   * The characters of the item from `from` on, when `text` differs from them: the ligature ﬁ for the letters
   * fi, the radical ⼀ for 一. Such a run is one character of the item, an accent with its letter, or the two
   * Latin letters for the bytes of a Chinese character.
   */
  readonly original?: string;
}

export type ParagraphKind = 'text' | 'heading' | 'list-item' | 'row';

/**
 * One paragraph, heading, list item or table row. The cells of a row are separated by tabs, and an empty cell
 * is an empty text between them. `page` is the page on which it begins.
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
   * The text was read from the image of the page by a model, so its paragraphs have no `source`. `kind` is
   * the kind that the page had before.
   */
  readonly recognised?: true;
  /**
   * Set for a `text` page that may have more text than was read: its content ends in an error or is not in
   * the file, or it uses a font that is not reliable.
   */
  readonly damaged?: true;
  /**
   * The text of the content stream that is invisible on the page because of its colour, size, layer or cover.
   * It is in no paragraph.
   */
  readonly hidden?: string;
}

export interface PdfText {
  /** The number of pages of the PDF; `pages` has one entry for each, in order. */
  readonly pageCount: number;
  readonly pages: readonly Page[];
  /** The title in the document information. It is untrusted text. */
  readonly title?: string;
  /** The invoices in attachments or in the document information. All texts are untrusted. */
  readonly embedded?: EmbeddedInvoices;
}
