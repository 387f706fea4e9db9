import type { LanguageModel } from '../llm/model';
import type { Page } from '../pdf/document';
import type { DigestResult, NotRead } from './digest';
import type { DigestPlan } from './digest-document';
import type { OnProgress } from './parts/progress';

/** A document whose text has been extracted. */
export interface ExtractedPdf {
  /** The very Blob it was extracted from: the worker may still have its pages. */
  readonly pdf: Blob;
  readonly password?: string;
  readonly pageCount: number;
  /** Pages that were read from their images. */
  readonly recognised: readonly Page[];
  readonly notRead: readonly NotRead[];
}

export interface DigestEngineOptions {
  readonly signal: AbortSignal;
  /** The user's own instructions; empty for the built-in ones. */
  readonly instructions: string;
  /** `auto` (the document's) or a language. */
  readonly outputLanguage: string;
  /** Asked before a model is; what it throws ends the digest. */
  readonly approve?: (plan: DigestPlan) => Promise<void>;
  readonly onProgress?: OnProgress;
}

/**
 * Pages to a digest: the door of the digest stage for the app's thread, which does none of the work itself.
 */
export interface DigestEngine {
  /**
   * By the model, or by the offline engine when it is null.
   * @throws what the model's drafts and `approve` throw; Failure `unexpected`; Cancelled.
   */
  digest(
    document: ExtractedPdf,
    model: LanguageModel | null,
    options: DigestEngineOptions,
  ): Promise<DigestResult>;
}

/** What stands in `pdf_model` when no model was asked. */
export const offlineModel = 'offline';
