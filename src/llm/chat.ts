import type { Completion } from './completion';
import type { StructuredOutput } from './preset';
import type { ChatMessage } from './prompt';

/** One call, in no API's terms. */
export interface ChatCall {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number;
  readonly structured: StructuredOutput;
  /** The form of the answer, for endpoints that take one (`structured: 'schema'`). */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Names of optional parameters this endpoint does not take. */
  readonly without: readonly string[];
  /** Ask for a stream of events; it is read when it has ended. */
  readonly stream: boolean;
}

/** An endpoint's API. Every call is one request: nothing is retried here. */
export interface ChatApi {
  /** @throws Failure of an `llm-*` kind, or Cancelled. */
  complete(call: ChatCall, signal: AbortSignal): Promise<Completion>;
  /** @throws Failure of an `llm-*` kind, or Cancelled. */
  models(signal: AbortSignal): Promise<readonly string[]>;
}
