import type { FailureDetails, FailureKind } from '../failure';

/** The digest of one document, checked and ready to be written. Pages and sentences count from 1. */

export type DocumentType = 'contract' | 'invoice' | 'paper' | 'report' | 'letter' | 'manual' | 'other';

/**
 * A stretch of a page's text as pdf.js gives it: `text` is `items[item].str.slice(from, from + text.length)`, `items`
 * counted as for `SourceRun`.
 */
export interface Piece {
  readonly item: number;
  readonly from: number;
  readonly text: string;
}

/** A passage a statement rests on: sentences, or a part of them, that stand on one page. */
export interface Citation {
  readonly page: number;
  readonly sentences: readonly number[];
  /**
   * The very passage, its pieces in the order of the page's items, neither its first nor its last character white
   * space. Left out where a page's text has no items, or where the passage lies scattered over it.
   */
  readonly passage?: readonly Piece[];
}

export interface Statement {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** A deadline in the document's own words. Only `absolute` carries a `date` (`YYYY-MM-DD`). */
export type Due =
  | { readonly kind: 'absolute'; readonly text: string; readonly date: string }
  | { readonly kind: 'relative' | 'recurring'; readonly text: string }
  | { readonly kind: 'none' };

export interface Action extends Statement {
  /** Who has to do it; empty when the document does not say. */
  readonly owner: string;
  readonly due: Due;
}

export interface Fact extends Statement {
  readonly name: string;
  readonly value: string;
}

/** Why a statement stands under "To be verified". */
export type UnverifiedReason = 'no-citation' | 'quote-not-found' | 'number-not-found' | 'name-not-found' | 'date-not-found' | 'contradicts-quote';

/** A statement that could not be tied to the document. `citations` may be empty. */
export interface Unverified extends Statement {
  readonly section: 'summary' | 'actions' | 'points' | 'facts';
  readonly reason: UnverifiedReason;
}

/**
 * Facts as properties a vault can sort and filter by. A name has one type in the whole vault: `pdf_number` and
 * `pdf_currency` are text, `pdf_parties` is a list, `pdf_amount` a number, the others are dates (`YYYY-MM-DD`).
 */
export interface FactProperties {
  readonly pdf_number?: string;
  readonly pdf_parties?: readonly string[];
  readonly pdf_amount?: number;
  readonly pdf_currency?: string;
  readonly pdf_date?: string;
  readonly pdf_due?: string;
  readonly pdf_start?: string;
  readonly pdf_end?: string;
}

export interface Digest {
  readonly title: string;
  readonly documentType: DocumentType;
  /** BCP 47 tag of the document's language. */
  readonly language: string;
  readonly tags: readonly string[];
  readonly summary: readonly Statement[];
  readonly actions: readonly Action[];
  readonly points: readonly Statement[];
  readonly facts: readonly Fact[];
  readonly unverified: readonly Unverified[];
  /** The facts whose kind and value are plain. */
  readonly properties?: FactProperties;
}

/** Why pages have no part in the digest, or not the whole of them. */
export type NotReadReason =
  | 'scan' | 'drawing' | 'garbage' | 'unreadable' // the PDF stage could not give text
  | 'damaged' // text was read, but perhaps not all
  | 'no-text-found' | 'not-recognised' | 'vision-failed' // the vision model: saw none, gave none, could not be asked
  | 'content-filter' | 'too-long'; // the endpoint would not take it

/** Pages that have no part in the digest, or not the whole of them, and why. Blank pages are not listed: there is nothing to read on them. */
export interface NotRead {
  readonly reason: NotReadReason;
  readonly pages: readonly number[];
  /** What went wrong, for `vision-failed`. */
  readonly failure?: { readonly kind: FailureKind; readonly details: FailureDetails };
}

export interface DigestResult {
  readonly digest: Digest;
  /** The model that wrote it, or `offline`. */
  readonly model: string;
  /** As the endpoint reported; left out when it reported none. */
  readonly tokens?: number;
  readonly notRead: readonly NotRead[];
}
