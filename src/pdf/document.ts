import type { EmbeddedInvoices } from './attachments/invoice';

/** What leaves the PDF stage: plain, readonly data. Pages count from 1. Characters are UTF-16 code units. */

/**
 * Where a run of a paragraph's text came from: `text.slice(at, at + length)` equals
 * `items[item].str.slice(from, from + length)` on page `page`, where `items` are the entries of pdf.js'
 * `getTextContent({ disableNormalization: true }).items` that have a `str`, the empty ones counted.
 * Characters that layout put in (a space between words, a tab between cells, a hyphen that pdf.js leaves out)
 * belong to no run.
 */
export interface SourceRun {
  readonly at: number;
  readonly length: number;
  readonly page: number;
  readonly item: number;
  readonly from: number;
  /**
   * What the item has there instead, from `from` on, where the text is written as one types it: the ligature
   * ﬁ for the letters fi, the radical ⼀ for 一. Such a run is one character of the item, an accent and its
   * letter, or the two Latin letters that the bytes of a Chinese character look like.
   */
  readonly original?: string;
}

export type ParagraphKind = 'text' | 'heading' | 'list-item' | 'row';

/**
 * One paragraph, heading, list item or table row. A tab stands between the cells of a row, and one more for
 * each empty cell, also at its beginning. `page` is where it begins.
 */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly page: number;
  readonly text: string;
  readonly source: readonly SourceRun[];
}

/**
 * `text` has a usable text layer. `scan` is an image of a page, `drawing` has vector graphics or small images
 * but no text, `blank` has no ink, `garbage` has a text layer that cannot be trusted, `unreadable` could not
 * be read at all, `too-complex` was given up because it needs too much memory or time.
 */
export type PageKind = 'text' | 'scan' | 'drawing' | 'blank' | 'garbage' | 'unreadable' | 'too-complex';

export interface Page {
  readonly number: number;
  readonly kind: PageKind;
  /** Size in points, as shown (after the page's rotation). */
  readonly width: number;
  readonly height: number;
  readonly paragraphs: readonly Paragraph[];
  /**
   * The text was read from the page's image by a model: its paragraphs have no `source`. `kind` tells why.
   */
  readonly recognised?: true;
  /**
   * Content of a `text` page ends in an error, is not in the file, or is in a font that cannot be trusted:
   * there may be more text than was read.
   */
  readonly damaged?: true;
  /**
   * Text of the content stream that nobody can see on the page, because of its colour, size, layer or cover.
   * It is in no paragraph.
   */
  readonly hidden?: string;
}

export interface PdfText {
  /** Pages the PDF says it has; `pages` holds one entry for each, in order. */
  readonly pageCount: number;
  readonly pages: readonly Page[];
  /** The Title of the document information, if any. Untrusted text. */
  readonly title?: string;
  /** The invoices in attachments or in the document information. All texts are untrusted. */
  readonly embedded?: EmbeddedInvoices;
}
