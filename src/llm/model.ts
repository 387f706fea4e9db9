import type { Draft } from './draft';
import type { OwnField } from './own-field';

/** The limits of a call, in tokens, and how many calls may run at once. */
export interface ModelLimits {
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  /** The tokens of the largest request that the endpoint accepts, as its refusals have named them. */
  readonly learnedTokens?: number;
}

/** The user's wishes for a digest. They are the same for all requests of a document. */
export interface DraftWishes {
  /** The language of the answer: the name of a language, or `auto` for the document's language. */
  readonly outputLanguage: string;
  /** The user's instructions. When this is empty, the built-in instructions apply. */
  readonly instructions: string;
  /** The user's own fields, whose values are requested, too. Absent or empty when there are none. */
  readonly fields?: readonly OwnField[];
  /**
   * Tags of the vault that the user allows to be sent to the model, most used first. Absent or empty when
   * there are none.
   */
  readonly knownTags?: readonly string[];
}

export interface DraftRequest extends DraftWishes {
  /** The lines have the form `[n] sentence`, with page marks between pages. They are untrusted. */
  readonly lines: string;
  /**
   * The number of this part, from 1, and the number of all parts; absent when the whole document is sent in
   * one call.
   */
  readonly part?: { readonly number: number; readonly of: number };
  /** True when values in the texts were replaced by marks such as `[PHONE_1]`. */
  readonly hasMarks?: boolean;
}

export interface DraftAnswer {
  readonly draft: Draft;
  /** Tokens of prompt and completion, as the endpoint reported them; absent when it reported none. */
  readonly tokens?: number;
}

/** Statements for the second reading, each with its passage. */
export interface ReadingRequest {
  /**
   * Passages as lines `[n] sentence`, each followed by its statements as lines `k. statement`. The text is
   * untrusted.
   */
  readonly text: string;
  /** Number of statements in `text`. They are numbered from 1. */
  readonly count: number;
  /** The language of the reasons: the name of a language, or `auto` for the document's language. */
  readonly outputLanguage: string;
  /** True when values in the text were replaced by marks such as `[PHONE_1]`. */
  readonly hasMarks?: boolean;
}

/** The second reader's verdict on one statement. `why` is untrusted text and may be empty. */
export interface Verdict {
  /** The statement's number, from 1. */
  readonly n: number;
  readonly supported: 'yes' | 'no' | 'unsure';
  readonly why: string;
}

export interface ReadingAnswer {
  /** One verdict for each statement that the model judged, without duplicates. Statements may be missing. */
  readonly verdicts: readonly Verdict[];
  /** Tokens of prompt and completion, as the endpoint reported them; absent when it reported none. */
  readonly tokens?: number;
}

/**
 * A request to correct statements. `text` has the same form as in a reading, and describes after each
 * statement what is wrong with this statement.
 */
export type CorrectionRequest = ReadingRequest;

/**
 * A corrected statement. An empty `text` drops the statement. `owner` and `due` apply to actions and are
 * empty for all other statements.
 */
export interface Correction {
  /** The statement's number, from 1. */
  readonly n: number;
  readonly text: string;
  readonly owner: string;
  /** The deadline in the document's own words. */
  readonly due: string;
  readonly refs: readonly number[];
}

export interface CorrectionAnswer {
  /** There is at most one correction per statement. Statements may be missing. */
  readonly corrections: readonly Correction[];
  readonly tokens?: number;
}

/** Receives the number of words received so far. */
export type OnWords = (words: number) => void;

/** A language model behind an endpoint. */
export interface LanguageModel {
  readonly name: string;
  readonly limits: ModelLimits;
  /**
   * Requests the draft of a document or of one part of it.
   * @param onWords called with the number of words received so far, if the endpoint streams. The number
   * restarts at 0 when a request is repeated.
   * @throws Failure of an `llm-*` kind, or Cancelled.
   */
  draft(request: DraftRequest, signal: AbortSignal, onWords?: OnWords): Promise<DraftAnswer>;
  /**
   * Reads statements a second time. Absent when the user has turned the second reading off. It throws like
   * `draft`.
   */
  readonly read?: (request: ReadingRequest, signal: AbortSignal) => Promise<ReadingAnswer>;
  /**
   * Corrects statements that the second reading flagged. It is absent when `read` is absent. It throws like
   * `draft`.
   */
  readonly correct?: (request: CorrectionRequest, signal: AbortSignal) => Promise<CorrectionAnswer>;
  /** Ratio of the model's token count to our estimate; undefined before the model's first answer. */
  readonly tokenRatio?: number | undefined;
  /**
   * Deletes the answers that were cached for a retry. It is called when the note is written. Never rejects.
   */
  release?(): Promise<void>;
}

/** A model that can read and correct statements, whether or not the user has turned the second reading on. */
export type CheckingModel = LanguageModel & Required<Pick<LanguageModel, 'read' | 'correct'>>;
