/** Largest response body, in bytes. */
export const MAX_BODY = 10 * 1024 * 1024;

/** A request to the network port. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Cancels the request if the port can; otherwise the request continues and its response is ignored. */
  readonly signal?: AbortSignal;
  /** Called with pieces of the body as they arrive, if the port can deliver them. */
  readonly onPiece?: (piece: Uint8Array) => void;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

/**
 * Sends a request. Resolves for every HTTP status; rejects when no response came (refused, DNS, TLS, reset).
 */
export type HttpPort = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * Thrown by a port over the browser's `fetch` when no response came. The request was blocked by CORS or mixed
 * content, or the network failed; the browser does not say which. No bytes of a response arrived. Other ports
 * are not bound by CORS or mixed content.
 */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}
