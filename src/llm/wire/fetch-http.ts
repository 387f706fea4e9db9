import type { Timers } from '../../clock';
import { Failure } from '../../failure';
import { MAX_BODY, NoAnswer, type HttpPort } from '../http';

/** The browser's `fetch`, or a function with the same contract. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Creates a network port over `fetch`. It delivers the body as it arrives, and aborting cancels the request.
 * It reaches only endpoints that allow cross-origin requests, and follows no redirects.
 * @param timers lets a connection be used again whose stream has ended; without them, it is closed
 * @returns a port that rejects with {@link NoAnswer} when no response came, with Failure `llm-cut-off` when
 * the connection broke while the body arrived, and with Failure `llm-redirect`
 */
export function fetchHttp(fetch: Fetch, timers?: Timers): HttpPort {
  return async ({ url, method, headers, body, signal, onPiece }) => {
    const response = await fetchResponse(fetch, url, {
      method,
      headers: { ...headers },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A redirect could take the document, and the key with it, to another origin.
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (isRedirect(response)) {
      await response.body?.cancel();
      throw new Failure('llm-redirect', { details: { host: new URL(url).host } });
    }
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await wholeBody(response, onPiece, signal, timers),
    };
  };
}

/** A browser hides the status of a redirect, and where it leads. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

async function fetchResponse(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (thrown) {
    if (init.signal?.aborted === true) throw thrown;
    throw new NoAnswer(thrown);
  }
}

/**
 * Reads the whole body. A broken connection is not retried, because the tokens received so far are billed.
 */
async function wholeBody(
  response: Response,
  onPiece: ((piece: Uint8Array) => void) | undefined,
  signal: AbortSignal | undefined,
  timers: Timers | undefined,
): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const isStream = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  const reader = response.body?.getReader();
  try {
    // This stops just above the limit; `readJson` then rejects the body as too large.
    while (reader !== undefined && length <= MAX_BODY) {
      const { done, value } = await reader.read();
      if (done) return concatenated(pieces, length);
      pieces.push(value);
      length += value.length;
      onPiece?.(value);
      if (isStream && endsStream(value)) {
        if (timers === undefined || !(await endsSoon(reader, timers))) break;
        return concatenated(pieces, length);
      }
    }
    await reader?.cancel();
    return concatenated(pieces, length);
  } catch (thrown) {
    if (signal?.aborted === true) throw thrown;
    throw new Failure('llm-cut-off', { details: { reason: 'connection-lost' }, cause: thrown });
  }
}

/**
 * Returns whether a piece of a stream ends with the mark that follows the last event. Some gateways keep the
 * connection open after this mark. A mark that is divided between two pieces is not found; then the body ends
 * when the connection is closed.
 */
function endsStream(piece: Uint8Array): boolean {
  return /(^|\n)data: ?\[DONE\]\s*$/.test(new TextDecoder().decode(piece.slice(-40)));
}

/** Time in ms in which a body ends after the last event of its stream, unless the connection is kept open. */
const END = 100;

/** Returns whether a body ends soon. Its connection can then be used for the next request. */
async function endsSoon(reader: ReadableStreamDefaultReader<Uint8Array>, timers: Timers): Promise<boolean> {
  let timer = 0;
  const late = new Promise<boolean>((resolve) => {
    timer = timers.set(() => resolve(false), END);
  });
  // After the last event, nothing but the end is of interest, so an error is an end as well.
  const ended = reader.read().then(
    ({ done }) => done,
    () => true,
  );
  try {
    return await Promise.race([ended, late]);
  } finally {
    timers.clear(timer);
  }
}

function concatenated(pieces: readonly Uint8Array[], length: number): ArrayBuffer {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}
