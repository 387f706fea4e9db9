import type { DigestResult } from '../../digest/digest';
import type { DigestPlan } from '../../digest/digest-document';
import type { DigestProgress } from '../../digest/parts/progress';
import type {
  CorrectionAnswer,
  CorrectionRequest,
  DraftAnswer,
  DraftRequest,
  LanguageModel,
  ReadingAnswer,
  ReadingRequest,
} from '../../llm/model';
import type { PageChanges } from '../../note/changes/page-changes';
import type { Choices, MadeNote, NoteOrder } from '../../note/maker';
import type { Page } from '../../pdf/document';
import type { PageImage, SourcesWanted } from '../../pdf/extractor';
import type { Nothing, PlainCall, PlainProcedure } from '../rpc/contract';

/** Binary files that pdf.js may ask for, packed as in the bundle. */
export interface PackedAssets {
  readonly cmaps: string;
  readonly openjpeg: string;
}

/** A PDF file. Pages count from 1. */
export interface PdfSource {
  /** Numbers the file: a worker that still has it open, or its pages, does not read it again. */
  readonly id: number;
  /**
   * A Blob rather than a buffer, so that a second worker can be given the same file when the first one dies.
   */
  readonly file: Blob;
  readonly password?: string;
}

/** A document whose pages the worker has read, or reads again. */
export interface DocumentRequest {
  readonly pdf: PdfSource;
  /** Pages that are not touched, because reading them ended a worker before; they become `unreadable`. */
  readonly skip: readonly number[];
}

export interface ExtractRequest extends DocumentRequest {
  readonly sources: SourcesWanted;
}

/** Pages are numbers from 1. */
export type ExtractProgress =
  | { readonly type: 'opened'; readonly pageCount: number }
  /** Comes before a page is read, so that a worker that hangs has named the page. */
  | { readonly type: 'reading'; readonly page: number }
  | { readonly type: 'assembling' }
  /** Some finished pages, in order: a long document comes in several messages, each short to receive. */
  | { readonly type: 'pages'; readonly pages: readonly Page[] };

export interface RenderRequest {
  readonly pdf: PdfSource;
  readonly page: number;
  /** Dots per inch wanted; fewer when the page would have more than `maxPixels` pixels. */
  readonly dpi: number;
  readonly maxPixels: number;
  /** JPEG quality, 0 to 1. */
  readonly quality: number;
}

/** What the worker has to know of a model. */
export interface ModelDescription extends Pick<LanguageModel, 'name' | 'limits' | 'tokenRatio'> {
  readonly readsTwice: boolean;
}

export interface DigestRequest extends DocumentRequest {
  readonly pageCount: number;
  /** Pages that were read from their images; each takes the place of the worker's page of that number. */
  readonly recognised: readonly Page[];
  /** Null for the offline engine. The model itself stays in the app, and the worker asks for its drafts. */
  readonly model: ModelDescription | null;
  readonly instructions: string;
  readonly outputLanguage: string;
}

/** What the worker asks the app while it digests. */
export interface DigestQuestions {
  /** The progress is the number of words received so far. */
  readonly draft: { readonly request: DraftRequest; readonly progress: number; readonly result: DraftAnswer };
  readonly reading: PlainProcedure<ReadingRequest, ReadingAnswer>;
  readonly correction: PlainProcedure<CorrectionRequest, CorrectionAnswer>;
  readonly approve: PlainProcedure<DigestPlan, undefined>;
}

/** What the worker asks the app while it makes a note. */
export interface NoteQuestions {
  /** Asks for the YAML of a flat record, ending with a line break, because YAML is the app's. */
  readonly yaml: PlainProcedure<Readonly<Record<string, unknown>>, string>;
}

/** What the app and the document worker ask of each other. The worker does one call at a time. */
export interface DocumentContract {
  readonly setup: PackedAssets;
  readonly calls: {
    readonly extract: {
      readonly request: ExtractRequest;
      readonly progress: ExtractProgress;
      readonly result: { readonly title?: string };
      readonly questions: Nothing;
    };
    readonly render: PlainCall<RenderRequest, PageImage>;
    readonly digest: {
      readonly request: DigestRequest;
      readonly progress: DigestProgress;
      readonly result: DigestResult;
      readonly questions: DigestQuestions;
    };
    readonly note: {
      readonly request: NoteOrder;
      readonly progress: never;
      readonly result: MadeNote;
      readonly questions: NoteQuestions;
    };
    /** Writes the user's choices into a note. */
    readonly decide: PlainCall<{ readonly note: string; readonly choices: Choices }, MadeNote>;
    /** Whether a note's text is as it was generated. */
    readonly isUnchanged: PlainCall<{ readonly note: string }, boolean>;
    /** Compares a document's pages with the text that a note keeps; null when nothing can be told. */
    readonly compare: PlainCall<DocumentRequest & { readonly note: string }, PageChanges | null>;
  };
  readonly services: Nothing;
}
