/** `open`: the answer continues. `finished`: the answer is complete. `done`: no further event will follow. */
export type StreamState = 'open' | 'finished' | 'done';

/** Maximum number of characters that are kept of an incomplete line until the next piece arrives. */
const MAX_REST = 4_000;

/**
 * Finds the end of an event stream while it arrives, because some gateways keep the connection open after the
 * end.
 */
export class StreamEnd {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #state: StreamState = 'open';
  /** Whether an event had text but no finish reason. */
  #hasPlainText = false;

  /**
   * Reads the next piece of the body and returns the state of the stream. A finish reason finishes the
   * answer, but the token counts and `[DONE]` may still follow. Some gateways put a reason into every event,
   * and such a reason means nothing. So a reason in an event with text counts only if an earlier event had
   * text and no reason.
   */
  take(piece: Uint8Array): StreamState {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split(/[\r\n]/);
    for (const [index, line] of lines.entries()) {
      if (/^data: ?\[DONE\]\s*$/.test(line)) this.#state = 'done';
      const reasons = [...line.matchAll(REASON)].map(([, reason]) => reason);
      const [hasReason, hasText] = [reasons.some(isReason), TEXT.test(line)];
      // The last line may be incomplete: then its finish reason may be in the next piece.
      if (hasText && !hasReason && index < lines.length - 1) this.#hasPlainText = true;
      if (reasons.length > 0)
        this.#state = hasReason && (!hasText || this.#hasPlainText) ? 'finished' : 'open';
    }
    this.#rest = (lines.at(-1) ?? '').slice(-MAX_REST);
    return this.#state;
  }
}

/**
 * Matches a finish reason, under the names of OpenAI and Anthropic. It does not match in the text of an
 * answer, where quotation marks are escaped.
 */
const REASON = /"(?:finish|stop)_reason": ?(null|"\w*")/g;

/** Matches a text of the answer, a refusal or thoughts, unless it is empty. */
const TEXT = /"(?:content|text|refusal|reasoning|reasoning_content|thinking|partial_json)": ?"[^"]/;

function isReason(reason: string | undefined): boolean {
  return reason !== undefined && !/^"?(null)?"?$/.test(reason);
}
