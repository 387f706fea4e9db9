import type { DocumentType } from '../llm/draft';
import type { FactProperties, FieldValues } from './fields';
import type { FieldType } from '../llm/own-field';
import type { FailureDetails, FailureKind } from '../failure';

/** The checked digest of one document. Pages and sentences are numbered from 1. */

export type { DocumentType };

/**
 * A piece of a page's text as pdf.js returns it: `text` is `items[item].str.slice(from, from + text.length)`.
 * `items` are the text items of the page; see `SourceRun` in `src/pdf/document.ts`.
 */
export interface Piece {
  readonly item: number;
  readonly from: number;
  readonly text: string;
}

/** The passage that supports a statement: sentences, or parts of sentences, on one page. */
export interface Citation {
  readonly page: number;
  readonly sentences: readonly number[];
  /**
   * The exact passage in the order of the page's items. Its first and last characters are not white space.
   * Absent when the page's text has no items, or when the passage consists of too many pieces.
   */
  readonly passage?: readonly Piece[];
}

export interface Statement {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/**
 * A deadline in the document's own words. Dates are `YYYY-MM-DD`. For a deadline such as "10 days after
 * signing", `computed` has the day of signing (`from`), citations for it, and the resulting day (`date`). The
 * citations are empty if `text` itself contains `from`. If the day of signing is unknown, `computed` is
 * absent.
 */
export type Due =
  | { readonly kind: 'absolute'; readonly text: string; readonly date: string }
  | { readonly kind: 'relative'; readonly text: string; readonly computed?: ComputedDay }
  | { readonly kind: 'recurring'; readonly text: string }
  | { readonly kind: 'none' };

export interface ComputedDay {
  readonly date: string;
  readonly from: string;
  readonly citations: readonly Citation[];
}

export interface Action extends Statement {
  /** The person or party that has to do the action; empty when the document names none. */
  readonly owner: string;
  readonly due: Due;
}

export interface Fact extends Statement {
  readonly name: string;
  readonly value: string;
  /** Set when the fact comes from an invoice that is embedded in the PDF. Such a fact has no citations. */
  readonly from?: 'embedded-invoice';
}

/**
 * A problem of an invoice that is embedded in a PDF. `differs`: the pages do not contain the value. `sum`:
 * the invoice's other amounts give `computed` instead of `stated`. `missing`: the invoice lacks a field.
 * `several`: there is more than one invoice, and the first one is used. `unreadable`: a file with the name of
 * an invoice cannot be read. All texts are untrusted.
 */
export type InvoiceProblem =
  | { readonly kind: 'differs'; readonly field: 'number' | 'date' | 'total'; readonly stated: string }
  | {
      readonly kind: 'sum';
      readonly of: 'lines' | 'total' | 'price';
      readonly stated: string;
      readonly computed: string;
    }
  | { readonly kind: 'missing'; readonly field: 'currency' | 'type' }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'unreadable' };

/**
 * Kinds of facts that code can compare. An `order` tells the reader to do something ("Pay the invoice at
 * once."). Code only checks whether the document has a word on the topic of the order, such as "invoice".
 */
export type HardFact = 'number' | 'date' | 'identifier' | 'contact' | 'name' | 'party' | 'cell' | 'order';

/**
 * Why a statement appears under "To be verified". All texts come from the document or the model and are
 * untrusted.
 * - `no-passage`: no passage of the document supports the statement.
 * - `differs`: the passage has `found` instead of `stated`.
 * - `absent`: the document does not contain `stated`.
 * - `not-supported`, `cannot-tell`: the verdict of the model that read the statement a second time. Its
 *   reason `why` may be empty.
 * - `no-value`: the user's own field needs one value of `type`, but the document contains none or several.
 */
export type Doubt =
  | { readonly kind: 'no-passage' }
  | { readonly kind: 'differs'; readonly fact: HardFact; readonly stated: string; readonly found: string }
  | { readonly kind: 'absent'; readonly fact: HardFact; readonly stated: string }
  | { readonly kind: 'not-supported' | 'cannot-tell'; readonly why: string }
  | { readonly kind: 'no-value'; readonly type: FieldType };

/** A statement that the document contradicts or does not support. `citations` may be empty. */
export interface Unverified extends Statement {
  readonly section: 'summary' | 'actions' | 'points' | 'facts' | 'fields';
  readonly doubt: Doubt;
  /** Only for actions: owner and deadline. */
  readonly owner?: string;
  readonly due?: string;
}

/** The way in which the statements of a digest were checked; see the property `pdf_checked`. */
export interface Checking {
  /**
   * `twice`: code checked all statements, and each statement that is not verbatim in the document was read a
   * second time, unless the endpoint refused it. `facts`: there was no second reading, or it is not complete.
   */
  readonly level: 'twice' | 'facts';
  /**
   * `statements` is the number of statements that were not read a second time. `failure` is the reason; it is
   * absent when no failure occurred.
   */
  readonly notRead?: { readonly statements: number; readonly failure?: NotRead['failure'] };
  /** True when less than half of the summary's statements remain in the summary. */
  readonly thinSummary?: boolean;
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
  /** The confirmed values of the user's own fields, each with the name of its field. */
  readonly fields?: readonly Fact[];
  readonly unverified: readonly Unverified[];
  readonly checking: Checking;
  /** Left out when no invoice is embedded, or when it has no problem. */
  readonly invoiceProblems?: readonly InvoiceProblem[];
  /** The facts that are properties of the note, because their meaning and value are unambiguous. */
  readonly properties?: FactProperties;
  /** The user's own fields that are properties of the note, by their names. */
  readonly ownProperties?: Readonly<Record<string, FieldValues[FieldType]>>;
  /** The sentences of the document that give instructions to a language model; absent when there are none. */
  readonly machineTalk?: readonly Citation[];
}

/** Why the digest does not cover a page, or covers only a part of it. */
export type NotReadReason =
  // The PDF stage found no usable text.
  | 'scan'
  | 'drawing'
  | 'garbage'
  | 'unreadable'
  | 'too-complex'
  // The text may be incomplete.
  | 'damaged'
  // The vision model found no text, returned no text, or failed.
  | 'no-text-found'
  | 'not-recognised'
  | 'vision-failed'
  // The user declined to send the image of the page.
  | 'image-declined'
  // The endpoint refused the text.
  | 'content-filter'
  | 'too-long';

/** Pages that the digest does not cover completely. Blank pages are not listed. */
export interface NotRead {
  readonly reason: NotReadReason;
  readonly pages: readonly number[];
  /** The failure, for `vision-failed`. */
  readonly failure?: { readonly kind: FailureKind; readonly details: FailureDetails };
}

export interface DigestResult {
  readonly digest: Digest;
  /** The name of the model that made the digest, or `offline`. */
  readonly model: string;
  /** Tokens of all requests, as the endpoint reported them; absent when it reported none. */
  readonly tokens?: number;
  readonly notRead: readonly NotRead[];
}
