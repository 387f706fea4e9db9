/** The state of a stream: the answer continues, the answer is finished, or no further event will follow. */
export type StreamState = 'open' | 'finished' | 'done';

/** Maximum length of an incomplete line that is kept until the next piece arrives, in characters. */
const MAX_REST = 4_000;

/**
 * Finds the end of an event stream while it arrives. Some gateways keep the connection open after the end, so
 * the end of the connection is not enough.
 */
export class StreamEnd {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #state: StreamState = 'open';
  /** Whether an event had text and no reason. */
  #hasPlainText = false;

  /**
   * Reads the next piece of the body and returns the state of the stream. A finish reason finishes the
   * answer; the token counts and the mark `[DONE]` may still follow. Some gateways put a reason into every
   * event. So a reason beside text counts only after text without a reason.
   */
  take(piece: Uint8Array): StreamState {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split(/[\r\n]/);
    for (const [index, line] of lines.entries()) {
      if (/^data: ?\[DONE\]\s*$/.test(line)) this.#state = 'done';
      const reasons = [...line.matchAll(REASON)].map(([, reason]) => reason);
      const [hasReason, hasText] = [reasons.some(isReason), TEXT.test(line)];
      // The last line may be incomplete, so its finish reason may be in the next piece.
      if (hasText && !hasReason && index < lines.length - 1) this.#hasPlainText = true;
      if (reasons.length > 0)
        this.#state = hasReason && (!hasText || this.#hasPlainText) ? 'finished' : 'open';
    }
    this.#rest = (lines.at(-1) ?? '').slice(-MAX_REST);
    return this.#state;
  }
}

/**
 * Matches a finish reason, under the names of OpenAI and Anthropic. It does not match the text of an answer,
 * in which quotation marks are escaped.
 */
const REASON = /"(?:finish|stop)_reason": ?(null|"\w*")/g;

/** Matches a text of an answer, of a refusal or of the model's reasoning, if the text is not empty. */
const TEXT = /"(?:content|text|refusal|reasoning|reasoning_content|thinking|partial_json)": ?"[^"]/;

function isReason(reason: string | undefined): boolean {
  return reason !== undefined && !/^"?(null)?"?$/.test(reason);
}
