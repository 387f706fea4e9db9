import type { DraftWishes } from '../llm/model';
import type { SendingModel } from '../redact/redacting';
import type { Page } from '../pdf/document';
import type { DigestResult, NotRead } from './digest';
import type { DigestPlan } from './digest-document';
import type { OnProgress } from './parts/progress';

/** A document whose text was extracted. */
export interface ExtractedPdf {
  /**
   * The Blob object from which the text was extracted. Do not pass a copy: the worker would take the copy for
   * another PDF and read it again.
   */
  readonly pdf: Blob;
  readonly password?: string;
  readonly pageCount: number;
  /** Pages whose text was read from their images. */
  readonly recognised: readonly Page[];
  readonly notRead: readonly NotRead[];
}

export interface DigestEngineOptions extends DraftWishes {
  readonly signal: AbortSignal;
  /** Called before the first request to a model. If it throws, the digest ends with this error. */
  readonly approve?: (plan: DigestPlan) => Promise<void>;
  readonly onProgress?: OnProgress;
}

/** Makes digests. The calls come from the main thread, and the work runs in the document worker. */
export interface DigestEngine {
  /**
   * Makes a digest with the model, or with the offline engine when `model` is null.
   * @throws whatever the model and `approve` throw; Failure `unexpected`; Cancelled.
   */
  digest(
    document: ExtractedPdf,
    model: SendingModel | null,
    options: DigestEngineOptions,
  ): Promise<DigestResult>;
}

/** The value of the property `pdf_model` for digests of the offline engine. */
export const offlineModel = 'offline';
