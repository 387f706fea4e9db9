import { OpenAI } from 'openai';
import { untilAborted } from '../../abort';
import type { RawResponse } from './completion';
import type { Endpoint } from '../endpoint';
import { thrownByPort } from '../errors/errors';
import type { HttpPort, HttpResponse } from '../http';

/** The SDK's own timeout would race ours; ours ends first, always. Longest delay a timer takes, in ms. */
const NEVER = 2 ** 31 - 1;

/** Headers that are sent. All others of the SDK (`x-stainless-*`, `user-agent`) fail CORS preflights on some gateways. */
const SENT_HEADERS = ['accept', 'content-type'];

/** Stands in for the key inside the SDK, which so never holds it: not in its options, errors or logs. */
const NO_KEY = 'unused';

/**
 * A `fetch` over the port, for the SDK. The key is put into the Authorization header here, at the last moment.
 * It rejects as soon as the signal is aborted; the request itself may go on (the app cannot call it back).
 */
function fetchOver(
  http: HttpPort,
  apiKey: string | null,
): (url: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (url, init = {}) => {
    const given = new Headers(init.headers);
    const headers: Record<string, string> = {};
    for (const name of SENT_HEADERS) {
      const value = given.get(name);
      if (value !== null) headers[name] = value;
    }
    if (apiKey !== null) headers['authorization'] = `Bearer ${apiKey}`;
    const { signal } = init;
    const response = http({
      url: url instanceof Request ? url.url : url.toString(),
      method: init.method?.toUpperCase() === 'POST' ? 'POST' : 'GET',
      headers,
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
      ...(signal ? { signal } : {}),
    });
    return toResponse(await (signal ? untilAborted(response, signal, aborted) : response));
  };
}


/** What `fetch` rejects with when its signal is aborted. */
function aborted(): DOMException {
  return new DOMException('aborted', 'AbortError');
}

/** A real Response. Statuses that a Response cannot have become 502. */
function toResponse(response: HttpResponse): Response {
  const possible = response.status >= 200 && response.status <= 599;
  const empty = response.status === 204 || response.status === 205 || response.status === 304;
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    // What the port has already undone must not be undone again.
    if (/^[\w-]+$/.test(name) && !/^(content-encoding|content-length|transfer-encoding)$/i.test(name)) {
      headers.set(name, value.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, ''));
    }
  }
  return new Response(empty ? null : response.body, { status: possible ? response.status : 502, headers });
}

/** Keeps an error's status, headers and whole body, of which the SDK's own errors keep only `error`. */
class StatusError extends OpenAI.APIError {
  readonly response: RawResponse;

  constructor(status: number, body: string, headers: Headers) {
    super(status, undefined, undefined, headers);
    this.response = { status, headers: Object.fromEntries(headers), body: new TextEncoder().encode(body).buffer };
  }
}

/** The SDK, set so that headers, retries and time limits are ours. */
class Client extends OpenAI {
  protected override makeStatusError(status: number, body: object | undefined, text: string | undefined, headers: Headers): StatusError {
    return new StatusError(status, body === undefined ? text ?? '' : JSON.stringify(body), headers);
  }
}

/** The SDK for one endpoint, over the port. Cheap: a call may have one of its own. */
export function createClient(endpoint: Endpoint, http: HttpPort): OpenAI {
  return new Client({
    apiKey: NO_KEY,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: endpoint.baseUrl.replace(/\?.*$/, ''),
    defaultQuery: Object.fromEntries(new URL(endpoint.baseUrl).searchParams),
    fetch: fetchOver(http, endpoint.apiKey),
    maxRetries: 0,
    timeout: NEVER,
    logLevel: 'off',
    // The key belongs to the user and stays on the user's device.
    dangerouslyAllowBrowser: true,
  });
}

/**
 * A response of the SDK, errors of status included, as status, headers and bytes.
 * @throws Failure `llm-tls` or `llm-unreachable` when no response came, or what the port threw of those it promises.
 */
export async function rawResponse(call: { asResponse(): Promise<Response> }, host: string): Promise<RawResponse> {
  try {
    const response = await call.asResponse();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.arrayBuffer(),
    };
  } catch (thrown) {
    if (thrown instanceof StatusError) return thrown.response;
    // The SDK wraps what the port threw.
    throw thrownByPort(thrown instanceof OpenAI.APIConnectionError && thrown.cause !== undefined ? thrown.cause : thrown, host);
  }
}
