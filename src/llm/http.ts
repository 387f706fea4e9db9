/** Largest response body that is read, in bytes. */
export const MAX_BODY = 10 * 1024 * 1024;

/** A request that an {@link HttpPort} sends. */
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
  /** The names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

/** Resolves for every HTTP status; rejects when no response arrived (refused, DNS, TLS, reset). */
export type HttpPort = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * Returns a port that calls `onSign` for every piece of a response that arrives. Each piece is a sign that
 * the endpoint still works on the request.
 */
export function withSigns(http: HttpPort, onSign: () => void): HttpPort {
  return (request) =>
    http({
      ...request,
      onPiece: (piece) => {
        onSign();
        request.onPiece?.(piece);
      },
    });
}

/**
 * If no response arrives, a port that uses the browser's `fetch` throws this error. The browser does not
 * report the cause: the network may have failed, or rules of the browser (CORS, mixed content) may have
 * blocked the request.
 */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}
