import type { Completion } from './completion';
import type { StructuredOutput } from '../presets/preset';
import type { ChatMessage } from '../prompt/prompt';

/** A request for an answer, independent of the endpoint's API. */
export interface ChatCall {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number;
  readonly structured: StructuredOutput;
  /** JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Names of optional parameters that the endpoint refuses. */
  readonly without: readonly string[];
  readonly stream: boolean;
}

/** Receives pieces of the response body as they arrive. */
export type OnPiece = (piece: Uint8Array) => void;

/** The client of an endpoint's API. Every call sends one request, without retries. */
export interface ChatApi {
  /**
   * Requests one completion.
   * @throws Failure of an `llm-*` kind, NoAnswer when the HTTP port throws it, or Cancelled.
   */
  complete(call: ChatCall, signal: AbortSignal, onPiece?: OnPiece): Promise<Completion>;
  /**
   * Lists the names of the endpoint's models, sorted.
   * @throws Failure of an `llm-*` kind, NoAnswer when the HTTP port throws it, or Cancelled.
   */
  models(signal: AbortSignal): Promise<readonly string[]>;
}
