import { Failure } from '../../failure';
import { MAX_BODY, NoAnswer, type HttpPort } from '../http';

/** The browser's `fetch`, or one that is like it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The network port over `fetch`: the body is seen as it arrives, and aborting ends the request itself. It goes only
 * where the endpoint allows other origins.
 * @returns a port that rejects with {@link NoAnswer} when no response came, with Failure `llm-cut-off` when it broke off
 */
export function fetchHttp(fetch: Fetch): HttpPort {
  return async ({ url, method, headers, body, signal, onPiece }) => {
    const response = await answered(fetch, url, {
      method,
      headers: { ...headers },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await wholeBody(response, onPiece, signal) };
  };
}

async function answered(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (thrown) {
    if (init.signal?.aborted === true) throw thrown;
    throw new NoAnswer(thrown);
  }
}

/** What the model has said by the time the connection is lost was paid for: it is not asked for again by itself. */
async function wholeBody(
  response: Response,
  onPiece: ((piece: Uint8Array) => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  try {
    // What is too large is found to be so by the reader of the body.
    while (reader !== undefined && length <= MAX_BODY) {
      const { done, value } = await reader.read();
      if (done) return joined(pieces, length);
      pieces.push(value);
      length += value.length;
      onPiece?.(value);
    }
    await reader?.cancel();
    return joined(pieces, length);
  } catch (thrown) {
    if (signal?.aborted === true) throw thrown;
    throw new Failure('llm-cut-off', { details: { reason: 'connection-lost' }, cause: thrown });
  }
}

function joined(pieces: readonly Uint8Array[], length: number): ArrayBuffer {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}
