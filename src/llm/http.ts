/** The narrow port to the network. The app's adapter is over `requestUrl`; it cannot stream or abort by itself. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

/** Resolves for every HTTP status; rejects only when no response came (refused, DNS, TLS, reset). */
export type HttpPort = (request: HttpRequest) => Promise<HttpResponse>;
