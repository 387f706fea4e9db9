/** Largest body that is read, in bytes. */
export const MAX_BODY = 10 * 1024 * 1024;

/** The narrow port to the network. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request where the port can; elsewhere it goes on, and nobody waits for it. */
  readonly signal?: AbortSignal;
  /** Called with the pieces of the body as they arrive, where the port can. */
  readonly onPiece?: (piece: Uint8Array) => void;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

/** Resolves for every HTTP status; rejects when no response came (refused, DNS, TLS, reset). */
export type HttpPort = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * Thrown by a port that is bound by the browser's rules when no response came. What stopped it is not told: the rules
 * (CORS, mixed content), which bind no other port, or the network. Nothing of an answer was seen.
 */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}
