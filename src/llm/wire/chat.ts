import type { Completion } from './completion';
import type { StructuredOutput } from '../presets/preset';
import type { ChatMessage } from '../prompt/prompt';

/** One call, in no API's terms. */
export interface ChatCall {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number;
  readonly structured: StructuredOutput;
  /** The form of the answer, for endpoints that take one (`structured: 'schema'`). */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Names of optional parameters this endpoint does not take. */
  readonly without: readonly string[];
  /** Ask for the answer as it is made. */
  readonly stream: boolean;
}

/** Takes what arrives of the answer, where that can be seen. */
export type OnPiece = (piece: Uint8Array) => void;

/** An endpoint's API. Every call is one request: nothing is retried here. */
export interface ChatApi {
  /** @throws Failure of an `llm-*` kind, NoAnswer where the port throws it, or Cancelled. */
  complete(call: ChatCall, signal: AbortSignal, onPiece?: OnPiece): Promise<Completion>;
  /** @throws Failure of an `llm-*` kind, or Cancelled. */
  models(signal: AbortSignal): Promise<readonly string[]>;
}
