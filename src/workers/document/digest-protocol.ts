import type {
  CorrectionAnswer,
  CorrectionRequest,
  DraftAnswer,
  DraftRequest,
  LanguageModel,
  ReadingAnswer,
  ReadingRequest,
} from '../../llm/model';
import type { Page } from '../../pdf/document';
import type { PdfSource } from './pdf-protocol';
import type { DigestResult } from '../../digest/digest';
import type { DigestPlan } from '../../digest/digest-document';
import type { DigestProgress } from '../../digest/parts/progress';

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
  readonly model:
    (Pick<LanguageModel, 'name' | 'limits' | 'tokenRatio'> & { readonly readsTwice: boolean }) | null;
  readonly instructions: string;
  readonly outputLanguage: string;
}

export type DigestMessage =
  | ({ readonly type: 'digesting' } & DigestProgress)
  | { readonly type: 'digested'; readonly result: DigestResult };

/** What the worker asks the app while it digests. */
export type DigestQuestion =
  | { readonly type: 'draft'; readonly request: DraftRequest }
  | { readonly type: 'reading'; readonly request: ReadingRequest }
  | { readonly type: 'correction'; readonly request: CorrectionRequest }
  | { readonly type: 'approve'; readonly plan: DigestPlan };

/** The answer with the type of its question. */
export type DigestAnswer =
  | { readonly type: 'draft'; readonly answer: DraftAnswer }
  | { readonly type: 'reading'; readonly answer: ReadingAnswer }
  | { readonly type: 'correction'; readonly answer: CorrectionAnswer }
  | { readonly type: 'approve' };
