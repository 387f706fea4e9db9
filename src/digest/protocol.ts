import type { DraftAnswer, DraftRequest, LanguageModel } from '../llm/model';
import type { Page } from '../pdf/document';
import type { PdfSource } from '../pdf/protocol';
import type { DigestResult } from './digest';
import type { DigestPlan } from './digest-document';

/** What the app asks of the digest stage in the document worker, and what is said and asked about it. */

export interface DigestJob {
  readonly type: 'digest';
  /** The document; its pages are those the worker has read, or are read again. */
  readonly pdf: PdfSource;
  /** As when it was extracted. */
  readonly skip: readonly number[];
  readonly pageCount: number;
  /** Pages that were read from their images; each takes the place of the worker's page of that number. */
  readonly recognised: readonly Page[];
  /** Null for the offline engine. The model itself stays where the app has it: its drafts are asked for. */
  readonly model: Pick<LanguageModel, 'name' | 'limits' | 'tokenRatio'> | null;
  readonly instructions: string;
  readonly outputLanguage: string;
}

export type DigestMessage =
  | { readonly type: 'digesting'; readonly part: number; readonly of: number; readonly words: number }
  | { readonly type: 'digested'; readonly result: DigestResult };

/** What the worker asks the app while it digests. */
export type DigestQuestion =
  | { readonly type: 'draft'; readonly request: DraftRequest }
  | { readonly type: 'approve'; readonly plan: DigestPlan };

/** A draft for `draft`, null for `approve`. */
export type DigestAnswer = DraftAnswer | null;
