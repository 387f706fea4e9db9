import { OpenAI } from 'openai';
import { untilAborted } from '../../abort';
import type { RawResponse } from './completion';
import type { Endpoint } from '../endpoint';
import { thrownByPort } from '../errors/errors';
import type { HttpPort, HttpResponse } from '../http';
import type { Wire } from '../presets/preset';
import { keyHeader } from './key-header';

/**
 * The timeout of the SDK, in ms: the longest delay that a timer accepts. So the plugin's own timeout always
 * ends first.
 */
const NEVER = 2 ** 31 - 1;

/**
 * The headers of the SDK that are sent. The SDK's other headers (`x-stainless-*`, `user-agent`) make CORS
 * preflights fail on some gateways.
 */
const SENT_HEADERS = ['accept', 'content-type'];

/** Passed to the SDK instead of the API key, so that the key cannot appear in its options, errors or logs. */
const NO_KEY = 'unused';

/**
 * Creates the `fetch` function for the SDK. It sends the requests through the port `http`, and adds the
 * API key and the user's own headers. It rejects as soon as the signal is aborted, although the app cannot
 * cancel the request itself.
 */
function fetchOver(
  http: HttpPort,
  endpoint: Endpoint,
  wire: Wire,
): (url: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (url, init = {}) => {
    const sdkHeaders = new Headers(init.headers);
    const headers: Record<string, string> = { ...endpoint.headers };
    for (const name of SENT_HEADERS) {
      const value = sdkHeaders.get(name);
      if (value !== null) headers[name] = value;
    }
    Object.assign(headers, keyHeader(endpoint, wire));
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

function aborted(): DOMException {
  return new DOMException('aborted', 'AbortError');
}

/** A status that `Response` does not allow becomes 502. */
function toResponse(response: HttpResponse): Response {
  const possible = response.status >= 200 && response.status <= 599;
  const empty = response.status === 204 || response.status === 205 || response.status === 304;
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    // The port has already decoded the body, so the headers that describe the encoded body are left out.
    if (/^[\w-]+$/.test(name) && !/^(content-encoding|content-length|transfer-encoding)$/i.test(name)) {
      headers.set(name, value.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, ''));
    }
  }
  return new Response(empty ? null : response.body, { status: possible ? response.status : 502, headers });
}

/**
 * An error with the status, the headers and the complete body of a response. An error of the SDK itself has
 * only the field `error` of the body.
 */
class StatusError extends OpenAI.APIError {
  readonly response: RawResponse;

  constructor(status: number, body: string, headers: Headers) {
    super(status, undefined, undefined, headers);
    this.response = {
      status,
      headers: Object.fromEntries(headers),
      body: new TextEncoder().encode(body).buffer,
    };
  }
}

/** The SDK's client, but it throws a {@link StatusError} for an error status. */
class Client extends OpenAI {
  protected override makeStatusError(
    status: number,
    body: object | undefined,
    text: string | undefined,
    headers: Headers,
  ): StatusError {
    return new StatusError(status, body === undefined ? (text ?? '') : JSON.stringify(body), headers);
  }
}

/** Creates the SDK's client. That is cheap, so each call may create one. */
export function createClient(endpoint: Endpoint, wire: Wire, http: HttpPort): OpenAI {
  const baseUrl = wire.completeAddress?.(endpoint.baseUrl) ?? endpoint.baseUrl;
  return new Client({
    apiKey: NO_KEY,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl.replace(/\?.*$/, ''),
    defaultQuery: Object.fromEntries(new URL(baseUrl).searchParams),
    fetch: fetchOver(http, endpoint, wire),
    maxRetries: 0,
    timeout: NEVER,
    logLevel: 'off',
    // The SDK refuses to run in a browser, to protect the keys of web sites. Here, the key is the user's own.
    dangerouslyAllowBrowser: true,
  });
}

/**
 * Returns the response to an SDK call, also for an error status.
 * @throws the Failure or NoAnswer that the port threw; Failure `llm-tls` or `llm-unreachable` when no
 * response arrived and the port threw something else
 */
export async function rawResponse(
  call: { asResponse(): Promise<Response> },
  host: string,
): Promise<RawResponse> {
  try {
    const response = await call.asResponse();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.arrayBuffer(),
    };
  } catch (thrown) {
    if (thrown instanceof StatusError) return thrown.response;
    // The SDK puts an error that the port throws into the `cause` of its own error.
    throw thrownByPort(
      thrown instanceof OpenAI.APIConnectionError && thrown.cause !== undefined ? thrown.cause : thrown,
      host,
    );
  }
}
