import type { DigestResult } from '../../digest/digest';
import type { DigestPlan } from '../../digest/digest-document';
import type { DigestProgress } from '../../digest/parts/progress';
import type {
  CorrectionAnswer,
  CorrectionRequest,
  DraftAnswer,
  DraftRequest,
  DraftWishes,
  ReadingAnswer,
  ReadingRequest,
} from '../../llm/model';
import type { SendingModel, Sendable } from '../../redact/redacting';
import type { PageChanges } from '../../note/changes/page-changes';
import type { Choices, MadeNote, NoteOrder } from '../../note/maker';
import type { EmbeddedInvoices } from '../../pdf/attachments/invoice';
import type { Page } from '../../pdf/document';
import type { PageImage, SourcesWanted } from '../../pdf/extractor';
import type { Nothing, PlainCall, PlainProcedure } from '../rpc/contract';

/** Files that the worker may need, in the compressed form that they have in the bundle (see `packed.ts`). */
export interface PackedAssets {
  /** Binary files that pdf.js may request. */
  readonly cmaps: string;
  readonly openjpeg: string;
  /** The texts of the interface and of the notes, in all languages. */
  readonly words: string;
}

/** A PDF file. Page numbers start at 1. */
export interface PdfSource {
  /** Identifies the file. A worker that still has this file or its pages does not read the file again. */
  readonly id: number;
  /** A Blob and not a buffer: if a worker dies, a second worker can receive the same file. */
  readonly file: Blob;
  readonly password?: string;
}

/**
 * The document of a call. `extract` reads its pages. The other calls use these pages, or read them again if
 * the worker no longer has them.
 */
export interface DocumentRequest {
  readonly pdf: PdfSource;
  /** Pages that are not read, because reading them ended a worker. Their kind is `too-complex`. */
  readonly skip: readonly number[];
}

export interface ExtractRequest extends DocumentRequest {
  readonly sources: SourcesWanted;
}

/** The progress of an extraction. Page numbers start at 1. */
export type ExtractProgress =
  | { readonly type: 'opened'; readonly pageCount: number }
  /** Sent before a page is read. If the page makes the worker hang, the app knows which page it was. */
  | { readonly type: 'reading'; readonly page: number }
  | { readonly type: 'assembling' }
  /**
   * Finished pages, in order. A long document is sent in several messages, because one large message would
   * block the main thread.
   */
  | { readonly type: 'pages'; readonly pages: readonly Page[] };

export interface RenderRequest {
  readonly pdf: PdfSource;
  readonly page: number;
  /** The requested dots per inch. They are reduced when the page would have more than `maxPixels` pixels. */
  readonly dpi: number;
  readonly maxPixels: number;
  /** JPEG quality, 0 to 1. */
  readonly quality: number;
}

/** The properties of a model that the worker needs. */
export interface ModelDescription extends Pick<SendingModel, 'name' | 'limits' | 'tokenRatio' | 'redact'> {
  readonly readsTwice: boolean;
}

export interface DigestRequest extends DocumentRequest {
  readonly pageCount: number;
  /** Pages that were read from their images. They replace the worker's pages that have the same numbers. */
  readonly recognised: readonly Page[];
  /**
   * Null for the offline engine. The model itself is on the main thread, which the worker asks for drafts.
   */
  readonly model: ModelDescription | null;
  readonly wishes: DraftWishes;
}

/** The questions that the worker sends to the main thread while it digests. */
export interface DigestQuestions {
  /** The progress is the number of words received so far. */
  readonly draft: {
    readonly request: Sendable<DraftRequest>;
    readonly progress: number;
    readonly result: DraftAnswer;
  };
  readonly reading: PlainProcedure<Sendable<ReadingRequest>, ReadingAnswer>;
  readonly correction: PlainProcedure<Sendable<CorrectionRequest>, CorrectionAnswer>;
  readonly approve: PlainProcedure<DigestPlan, undefined>;
}

/** The questions that the worker sends to the main thread while it makes a note. */
export interface NoteQuestions {
  /** Requests the YAML of a flat record. The YAML ends with a line break. Only the app has a YAML writer. */
  readonly yaml: PlainProcedure<Readonly<Record<string, unknown>>, string>;
}

/**
 * The calls of the main thread to the document worker, and the worker's questions. The worker runs one call
 * at a time.
 */
export interface DocumentContract {
  readonly setup: PackedAssets;
  readonly calls: {
    readonly extract: {
      readonly request: ExtractRequest;
      readonly progress: ExtractProgress;
      readonly result: { readonly title?: string; readonly embedded?: EmbeddedInvoices };
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
    /** Returns true when the text of a note is unchanged since it was generated. */
    readonly isUnchanged: PlainCall<{ readonly note: string }, boolean>;
    /**
     * Takes two notes of one PDF. Returns the note `remaining` with the changes that the user made in the
     * other note, `withdrawn`.
     */
    readonly reunite: PlainCall<{ readonly remaining: string; readonly withdrawn: string }, string>;
    /**
     * Compares a document's pages with the text that a note keeps. The result is null when no comparison is
     * possible.
     */
    readonly compare: PlainCall<DocumentRequest & { readonly note: string }, PageChanges | null>;
  };
  readonly services: Nothing;
}
