import type { DocumentType } from '../llm/draft';
import type { FailureDetails, FailureKind } from '../failure';

/** The digest of one document, checked and ready to be written. Pages and sentences count from 1. */

export type { DocumentType };

/**
 * A stretch of a page's text as pdf.js gives it: `text` is `items[item].str.slice(from, from + text.length)`,
 * `items` counted as for `SourceRun`.
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
   * The very passage, its pieces in the order of the page's items, neither its first nor its last character
   * white space. Left out where a page's text has no items, or where the passage lies scattered over it.
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

/** Kinds of facts that code can compare letter by letter. */
export type HardFact = 'number' | 'date' | 'identifier' | 'contact' | 'name' | 'party' | 'cell';

/**
 * Why a statement stands under "To be verified". Every text comes from the document or the model and is
 * untrusted. `differs`: the passage has `found` where the statement has `stated`. `absent`: the document has
 * no `stated`. `not-supported` and `cannot-tell` are the second reader's verdict with its reason, which may
 * be empty.
 */
export type Doubt =
  | { readonly kind: 'no-passage' }
  | { readonly kind: 'differs'; readonly fact: HardFact; readonly stated: string; readonly found: string }
  | { readonly kind: 'absent'; readonly fact: HardFact; readonly stated: string }
  | { readonly kind: 'not-supported' | 'cannot-tell'; readonly why: string };

/** A statement that is contradicted or not supported. `citations` may be empty. */
export interface Unverified extends Statement {
  readonly section: 'summary' | 'actions' | 'points' | 'facts';
  readonly doubt: Doubt;
  /** Who and by when, of an action; left out or empty when it names none. */
  readonly owner?: string;
  readonly due?: string;
}

/** What the statements of a digest went through; see `pdf_checked`. */
export interface Checking {
  /**
   * `twice`: hard facts in code, and each statement read a second time or word for word. `facts`: in code
   * alone.
   */
  readonly level: 'twice' | 'facts';
  /**
   * Statements that should have been read a second time and were not, and why where a failure is the cause.
   */
  readonly notRead?: { readonly statements: number; readonly failure?: NotRead['failure'] };
  /** Less than half of the summary is left in its place. */
  readonly thinSummary?: boolean;
}

/**
 * Facts as properties a vault can sort and filter by. A name has one type in the whole vault: `pdf_number`
 * and `pdf_currency` are text, `pdf_parties` is a list, `pdf_amount` a number, the others are dates
 * (`YYYY-MM-DD`).
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
  readonly checking: Checking;
  /** The facts whose kind and value are plain. */
  readonly properties?: FactProperties;
}

/** Why pages have no part in the digest, or not the whole of them. */
export type NotReadReason =
  | 'scan'
  | 'drawing'
  | 'garbage'
  | 'unreadable' // the PDF stage could not give text
  | 'damaged' // text was read, but perhaps not all
  | 'no-text-found'
  | 'not-recognised'
  | 'vision-failed' // the vision model: saw none, gave none, could not be asked
  | 'content-filter'
  | 'too-long'; // the endpoint would not take it

/**
 * Pages that have no part in the digest, or not the whole of them, and why. Blank pages are not listed: there
 * is nothing to read on them.
 */
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
