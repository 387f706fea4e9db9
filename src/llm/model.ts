import type { Draft } from './draft';
import type { OwnField } from './own-field';

/** The limits of a call, in tokens, and how many calls may run at once. */
export interface ModelLimits {
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  /** Maximum number of tokens in a request, if the endpoint stated a maximum when it refused a request. */
  readonly learnedTokens?: number;
}

/** The user's wishes for a digest. They are the same for all requests of a document. */
export interface DraftWishes {
  /** The language of the answer: the name of a language, or `auto` for the document's language. */
  readonly outputLanguage: string;
  /** Empty for the built-in instructions. */
  readonly instructions: string;
  /** The user's own fields, whose values are requested too. */
  readonly fields?: readonly OwnField[];
  /** Tags of the vault that may be sent to the model, most used first. */
  readonly knownTags?: readonly string[];
}

export interface DraftRequest extends DraftWishes {
  /** The lines have the form `[n] sentence`, with page marks between pages. They are untrusted. */
  readonly lines: string;
  /**
   * The number of this part, from 1, and the number of all parts; absent when one request has the whole
   * document.
   */
  readonly part?: { readonly number: number; readonly of: number };
  /** True when values in this request were replaced by marks such as `[PHONE_1]`. */
  readonly hasMarks?: boolean;
}

export interface DraftAnswer {
  readonly draft: Draft;
  /** Tokens of prompt and completion; absent when the endpoint did not report them. */
  readonly tokens?: number;
}

/**
 * Statements for the second reading. In this reading, a model checks each statement against its passage,
 * which is the part of the document that the statement cites.
 */
export interface ReadingRequest {
  /**
   * For each passage: its sentences as lines `[n] sentence`, then its statements as lines `k. statement`.
   * Untrusted.
   */
  readonly text: string;
  /** Number of statements in `text`. */
  readonly count: number;
  /** The language of the model's answer: the name of a language, or `auto` for the document's language. */
  readonly outputLanguage: string;
  /** True when values in the text were replaced by marks such as `[PHONE_1]`. */
  readonly hasMarks?: boolean;
}

/** The second reader's verdict on one statement. `why` is untrusted and may be empty. */
export interface Verdict {
  /** The statement's number, from 1. */
  readonly n: number;
  readonly supported: 'yes' | 'no' | 'unsure';
  readonly why: string;
}

export interface ReadingAnswer {
  /** At most one verdict for each statement. */
  readonly verdicts: readonly Verdict[];
  /** Tokens of prompt and completion; absent when the endpoint did not report them. */
  readonly tokens?: number;
}

/** A request to correct statements. In `text`, each statement is followed by what is wrong with it. */
export type CorrectionRequest = ReadingRequest;

/**
 * A corrected statement. An empty `text` means that the passage says nothing like the statement. The digest
 * then keeps the statement and the reason why it may be wrong. `owner` and `due` are empty unless the
 * statement is an action.
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
  /** At most one correction for each statement. */
  readonly corrections: readonly Correction[];
  readonly tokens?: number;
}

/** Called with the number of words received so far. */
export type OnWords = (words: number) => void;

/** A language model behind an endpoint. */
export interface LanguageModel {
  readonly name: string;
  readonly limits: ModelLimits;
  /**
   * Requests the draft of a document or of one part.
   * @param onWords called if the endpoint streams; the number begins again at 0 when a request is repeated
   * @throws Failure of an `llm-*` kind, or Cancelled.
   */
  draft(request: DraftRequest, signal: AbortSignal, onWords?: OnWords): Promise<DraftAnswer>;
  /**
   * Reads statements a second time; throws like `draft`. Absent when the user has turned the second reading
   * off.
   */
  readonly read?: (request: ReadingRequest, signal: AbortSignal) => Promise<ReadingAnswer>;
  /**
   * Corrects statements that the second reading flagged; throws like `draft`. Absent when `read` is absent.
   */
  readonly correct?: (request: CorrectionRequest, signal: AbortSignal) => Promise<CorrectionAnswer>;
  /** Ratio of the model's token count to our estimate; undefined before the model's first answer. */
  readonly tokenRatio?: number | undefined;
  /**
   * Deletes the answers that were cached for a retry. It is called when the note is written and complete.
   * Never rejects.
   */
  release?(): Promise<void>;
}

/** A model that always has `read` and `correct`, even if the user has turned the second reading off. */
export type CheckingModel = LanguageModel & Required<Pick<LanguageModel, 'read' | 'correct'>>;
