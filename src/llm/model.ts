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

/** A language model behind an endpoint. */
export interface LanguageModel {
  readonly name: string;
  readonly limits: ModelLimits;
  /** @throws Failure of an `llm-*` kind, or Cancelled. */
  draft(request: DraftRequest, signal: AbortSignal): Promise<DraftAnswer>;
  /** Tokens of a text by this model's count, rather too many than too few; better with every answer it gave. */
  estimateTokens?(text: string): number;
}
