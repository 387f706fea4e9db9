/** `open`: the answer continues. `finished`: the answer is complete. `done`: no further event will follow. */
export type StreamState = 'open' | 'finished' | 'done';

/** Maximum number of characters that are kept of an incomplete line until the next piece arrives. */
const MAX_REST = 4_000;

/**
 * Finds the end of an event stream while the stream arrives, because some gateways keep the connection open
 * after the end.
 */
export class StreamEnd {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #state: StreamState = 'open';
  /** Whether an event had text but no finish reason. */
  #hasPlainText = false;

  /**
   * Reads the next piece of the body and returns the state of the stream. After a finish reason, the answer
   * is `finished`, but the numbers of tokens and `[DONE]` may still follow. Some gateways put a finish reason
   * into every event. So a finish reason in an event with text is ignored unless an earlier event had text
   * but no finish reason.
   */
  take(piece: Uint8Array): StreamState {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split(/[\r\n]/);
    for (const [index, line] of lines.entries()) {
      if (/^data: ?\[DONE\]\s*$/.test(line)) this.#state = 'done';
      const reasons = [...line.matchAll(REASON)].map(([, reason]) => reason);
      const [hasReason, hasText] = [reasons.some(isReason), TEXT.test(line)];
      // If the last line is incomplete, its finish reason may be in the next piece.
      if (hasText && !hasReason && index < lines.length - 1) this.#hasPlainText = true;
      if (reasons.length > 0)
        this.#state = hasReason && (!hasText || this.#hasPlainText) ? 'finished' : 'open';
    }
    this.#rest = (lines.at(-1) ?? '').slice(-MAX_REST);
    return this.#state;
  }
}

/**
 * Matches the finish reason of OpenAI or Anthropic. It matches nothing in the text of an answer, because the
 * quotation marks in this text are escaped.
 */
const REASON = /"(?:finish|stop)_reason": ?(null|"\w*")/g;

/** Matches a field with a non-empty part of the answer, of a refusal or of thoughts. */
const TEXT = /"(?:content|text|refusal|reasoning|reasoning_content|thinking|partial_json)": ?"[^"]/;

function isReason(reason: string | undefined): boolean {
  return reason !== undefined && !/^"?(null)?"?$/.test(reason);
}
