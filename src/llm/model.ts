import type { Draft } from './answer/draft';

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
  /** Tokens the model counts for each that is estimated, as far as its answers have shown it. */
  readonly tokenRatio?: number | undefined;
  /** Lets go of the answers that were kept for a second try: what they were for is done. Never rejects. */
  release?(): Promise<void>;
}
