import type { Timers } from '../../clock';
import { Failure } from '../../failure';
import { MAX_BODY, NoAnswer, type HttpPort } from '../http';
import { StreamEnd, type StreamState } from './stream-end';

/** The browser's `fetch`, or a function with the same contract. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Creates an {@link HttpPort} that uses `fetch`. The port delivers the body as it arrives, reaches only
 * endpoints that allow cross-origin requests, and does not follow redirects.
 * @param timers with timers, the connection stays open after a stream, so that the next request can use it;
 * without timers, it is closed
 * @returns a port that rejects with {@link NoAnswer} when no response came, with Failure `llm-cut-off` when
 * the connection broke during the body, and with Failure `llm-redirect` when the endpoint redirects
 */
export function fetchHttp(fetch: Fetch, timers?: Timers): HttpPort {
  return async ({ url, method, headers, body, signal, onPiece }) => {
    const response = await fetchResponse(fetch, url, {
      method,
      headers: { ...headers },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A redirect could send the document and the key to another origin.
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

/** A browser hides the status of a redirect. */
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
 * If the connection breaks, the tokens received so far are billed. Therefore the failure is `llm-cut-off`,
 * after which a request is repeated at most once.
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
  const end = isStream ? new StreamEnd() : undefined;
  let state: StreamState = 'open';
  const reader = response.body?.getReader();
  try {
    // The loop stops just above the limit, and `readJson` rejects the body as too large.
    while (reader !== undefined && length <= MAX_BODY) {
      if (state === 'done' && timers === undefined) break;
      const { done, value } = await readBefore(reader, state, timers);
      if (done) return concatenated(pieces, length);
      // Nothing more is read after the last event, or when no event has arrived in time.
      if (value === undefined || state === 'done') break;
      pieces.push(value);
      length += value.length;
      onPiece?.(value);
      state = end?.take(value) ?? 'open';
    }
    await reader?.cancel();
    return concatenated(pieces, length);
  } catch (thrown) {
    if (signal?.aborted === true) throw thrown;
    throw new Failure('llm-cut-off', { details: { reason: 'connection-lost' }, cause: thrown });
  }
}

/**
 * How long, in ms, to wait for the end of the body. `finished`: the answer is complete, but other events may
 * still follow. `done`: no further event will follow. If the body ends in time, the next request can use the
 * same connection.
 */
const PATIENCE = { done: 100, finished: 3_000 } as const;

/**
 * Reads the next piece. After the end of the answer, `value` is undefined if no piece arrives in time, and an
 * error counts as the end of the stream.
 */
async function readBefore(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  state: StreamState,
  timers: Timers | undefined,
): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> {
  if (state === 'open' || timers === undefined) return reader.read();
  let timer = 0;
  const late = new Promise<{ readonly done: false }>((resolve) => {
    timer = timers.set(() => resolve({ done: false }), PATIENCE[state]);
  });
  const next = reader.read().catch(() => ({ done: true }));
  try {
    return await Promise.race([next, late]);
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
