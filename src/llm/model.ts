import type { Draft } from './draft';

/** What a call may use, in tokens, and how many calls may be under way at once. */
export interface ModelLimits {
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
}

export interface DraftRequest {
  /** Lines `[n] sentence`, with page marks between pages. Untrusted. */
  readonly lines: string;
  /** `auto` (the document's) or a language. */
  readonly outputLanguage: string;
  /** The user's own instructions; empty for the built-in ones. */
  readonly instructions: string;
  /** `part` numbers from 1; left out when the document goes in one call. */
  readonly part?: { readonly number: number; readonly of: number };
}

export interface DraftAnswer {
  readonly draft: Draft;
  /** Prompt and completion together, as the endpoint reported; left out when it reported none. */
  readonly tokens?: number;
}

/** Statements to be read a second time, each with its passage. */
export interface ReadingRequest {
  /** Passages as lines `[n] sentence`, each followed by its statements as lines `k. statement`. Untrusted. */
  readonly text: string;
  /** Statements in `text`; they are numbered from 1. */
  readonly count: number;
  /** `auto` (the document's) or a language: the one to give reasons in. */
  readonly outputLanguage: string;
}

/** What a second reader says of one statement. `why` is untrusted text, and may be empty. */
export interface Verdict {
  /** The statement's number, from 1. */
  readonly n: number;
  readonly supported: 'yes' | 'no' | 'unsure';
  readonly why: string;
}

export interface ReadingAnswer {
  /** One for each statement that was judged, each number once; statements may be missing. */
  readonly verdicts: readonly Verdict[];
  /** Prompt and completion together, as the endpoint reported; left out when it reported none. */
  readonly tokens?: number;
}

/** Statements to be corrected: `text` is as in a reading, and each statement is followed by what is wrong with it. */
export type CorrectionRequest = ReadingRequest;

/** A statement in other words. An empty `text` drops it. `owner` and `due` are of actions, and empty for others. */
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
  /** Each number at most once; statements may be missing. */
  readonly corrections: readonly Correction[];
  readonly tokens?: number;
}

/** Takes the words received so far. */
export type OnWords = (words: number) => void;

/** A language model behind an endpoint. */
export interface LanguageModel {
  readonly name: string;
  readonly limits: ModelLimits;
  /**
   * @param onWords called with the words of the answer so far as they arrive, where the endpoint streams; a request
   * that has to be repeated begins at 0 again
   * @throws Failure of an `llm-*` kind, or Cancelled.
   */
  draft(request: DraftRequest, signal: AbortSignal, onWords?: OnWords): Promise<DraftAnswer>;
  /** Reads statements a second time. Left out when the user has turned the second reading off. @throws as `draft` */
  readonly read?: (request: ReadingRequest, signal: AbortSignal) => Promise<ReadingAnswer>;
  /** Corrects statements that were flagged. Left out like `read`. @throws as `draft` */
  readonly correct?: (request: CorrectionRequest, signal: AbortSignal) => Promise<CorrectionAnswer>;
  /** Tokens the model counts for each that is estimated, as far as its answers have shown it. */
  readonly tokenRatio?: number | undefined;
  /** Lets go of the answers that were kept for a second try: what they were for is done. Never rejects. */
  release?(): Promise<void>;
}

/** A model that reads and corrects statements, whatever the user wants of it. */
export type CheckingModel = LanguageModel & Required<Pick<LanguageModel, 'read' | 'correct'>>;
