import type { DriverClient } from './driver-client';

export interface RequestUrlParam {
  url: string;
  method?: string;
  contentType?: string;
  body?: string | ArrayBuffer;
  headers?: Record<string, string>;
  throw?: boolean;
}

export interface RequestUrlResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly arrayBuffer: ArrayBuffer;
  /** Parsed on access. @throws SyntaxError when the body is not JSON */
  readonly json: unknown;
  readonly text: string;
}

/** The promise that `requestUrl` returns. Its members are promises, too. */
export interface RequestUrlResponsePromise extends Promise<RequestUrlResponse> {
  arrayBuffer: Promise<ArrayBuffer>;
  json: Promise<unknown>;
  text: Promise<string>;
}

class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
  ) {
    super(`Request failed, status ${status}`);
  }
}

/**
 * Creates Obsidian's `requestUrl`. CORS does not apply to it. It returns only whole responses and cannot be
 * aborted.
 */
export function makeRequestUrl(
  driver: DriverClient,
): (request: RequestUrlParam | string) => RequestUrlResponsePromise {
  return (request) => {
    const pending = send(driver, typeof request === 'string' ? { url: request } : request);
    return Object.assign(pending, {
      arrayBuffer: lazily(pending, (response) => response.arrayBuffer),
      json: lazily(pending, (response) => response.json),
      text: lazily(pending, (response) => response.text),
    });
  };
}

async function send(driver: DriverClient, request: RequestUrlParam): Promise<RequestUrlResponse> {
  const { url, method = 'GET', contentType, body, headers = {}, throw: throws = true } = request;
  const type = contentType === undefined ? {} : { 'Content-Type': contentType };
  const answer = await driver.send(
    { url, method: method.toUpperCase(), headers: { ...headers, ...type } },
    body,
  );
  if (throws && answer.status >= 400) throw new RequestFailed(answer.status, answer.headers);
  return new ReceivedResponse(answer.status, answer.headers, answer.body);
}

class ReceivedResponse implements RequestUrlResponse {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
    readonly arrayBuffer: ArrayBuffer,
  ) {}

  get text(): string {
    return new TextDecoder().decode(this.arrayBuffer);
  }

  get json(): unknown {
    const value: unknown = JSON.parse(this.text);
    return value;
  }
}

/**
 * Creates a promise for a part of the response. If the caller ignores this promise, its rejection is not
 * reported as uncaught, because the promise of the response already reports the failure.
 */
function lazily<T>(
  response: Promise<RequestUrlResponse>,
  part: (response: RequestUrlResponse) => T,
): Promise<T> {
  const promised = response.then(part);
  promised.catch(() => undefined);
  return promised;
}
