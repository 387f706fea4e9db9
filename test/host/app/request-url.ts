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
  /** Parsed when asked for. @throws SyntaxError when the body is no JSON */
  readonly json: unknown;
  readonly text: string;
}

/** The promise that `requestUrl` gives: its members can be awaited without awaiting the answer first. */
export interface RequestUrlResponsePromise extends Promise<RequestUrlResponse> {
  arrayBuffer: Promise<ArrayBuffer>;
  json: Promise<unknown>;
  text: Promise<string>;
}

/** Raised for a status of 400 and above, unless the caller said `throw: false`. */
class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
  ) {
    super(`Request failed, status ${status}`);
  }
}

/** Makes Obsidian's `requestUrl`: the network without CORS, whole answers only, not to be aborted. */
export function makeRequestUrl(driver: DriverClient): (request: RequestUrlParam | string) => RequestUrlResponsePromise {
  return (request) => {
    const asked = send(driver, typeof request === 'string' ? { url: request } : request);
    return Object.assign(asked, {
      arrayBuffer: lazily(asked, (response) => response.arrayBuffer),
      json: lazily(asked, (response) => response.json),
      text: lazily(asked, (response) => response.text),
    });
  };
}

async function send(driver: DriverClient, request: RequestUrlParam): Promise<RequestUrlResponse> {
  const { url, method = 'GET', contentType, body, headers = {}, throw: throws = true } = request;
  const type = contentType === undefined ? {} : { 'Content-Type': contentType };
  const answer = await driver.send({ url, method: method.toUpperCase(), headers: { ...headers, ...type } }, body);
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

/** A promise of a part of the answer. Nobody may ask for it; then its failure is the answer's failure, told once. */
function lazily<T>(asked: Promise<RequestUrlResponse>, part: (response: RequestUrlResponse) => T): Promise<T> {
  const promised = asked.then(part);
  promised.catch(() => undefined);
  return promised;
}
