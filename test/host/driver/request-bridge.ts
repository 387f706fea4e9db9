import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { BridgedRequest, BridgedResponse } from '../protocol';

/** A response with its body. */
export interface BridgedAnswer {
  head: BridgedResponse;
  body: Buffer;
}

const userAgent =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) obsidian/1.13.1 Chrome/142.0.0.0 Electron/39.0.0 Safari/537.36';

/** Headers that the app's network stack sets itself. A caller that sets one gets an error, as in Electron. */
const forbiddenHeaders = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'upgrade']);

const maxRedirects = 20;

/** The messages of the app's network stack for the error codes of Node. */
const netErrors: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  EPIPE: 'net::ERR_CONNECTION_RESET',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'net::ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'net::ERR_CONNECTION_TIMED_OUT',
  EHOSTUNREACH: 'net::ERR_ADDRESS_UNREACHABLE',
  ENETUNREACH: 'net::ERR_INTERNET_DISCONNECTED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'net::ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'net::ERR_CERT_AUTHORITY_INVALID',
  CERT_HAS_EXPIRED: 'net::ERR_CERT_DATE_INVALID',
  EPROTO: 'net::ERR_SSL_PROTOCOL_ERROR',
  ERR_SSL_WRONG_VERSION_NUMBER: 'net::ERR_SSL_PROTOCOL_ERROR',
};

/**
 * The case of header names in responses: the desktop app converts them to lower case, a phone keeps them as
 * sent.
 */
export type HeaderCase = 'lower' | 'as sent';

/**
 * Implements Obsidian's `requestUrl` outside the page. It uses real HTTP, returns whole responses, follows
 * redirects and has no time limit.
 */
export class RequestBridge {
  readonly #running = new Set<ClientRequest>();

  constructor(private readonly headerCase: HeaderCase) {}

  /** Sends a request. Never rejects: a failure is a result that is not `ok`. */
  async send(call: BridgedRequest, body: Buffer): Promise<BridgedAnswer> {
    const refused = Object.keys(call.headers).find((name) => forbiddenHeaders.has(name.toLowerCase()));
    if (refused !== undefined) return failed('net::ERR_INVALID_ARGUMENT');
    try {
      return await this.#follow(new URL(call.url), call, body, maxRedirects);
    } catch (error) {
      return failed(asNetError(error));
    }
  }

  close(): void {
    for (const request of this.#running) request.destroy();
  }

  async #follow(url: URL, call: BridgedRequest, body: Buffer, redirectsLeft: number): Promise<BridgedAnswer> {
    const message = await this.#exchange(url, call, body);
    const status = message.statusCode ?? 0;
    const location = message.headers.location;
    const raw = await buffer(message);
    if (status >= 300 && status < 400 && status !== 304 && location !== undefined) {
      if (redirectsLeft === 0) return failed('net::ERR_TOO_MANY_REDIRECTS');
      const target = new URL(location, url);
      const asGet = status === 303 || ((status === 301 || status === 302) && call.method === 'POST');
      const next = asGet ? { ...call, method: 'GET' } : call;
      return this.#follow(
        target,
        withoutCredentials(next, url, target),
        asGet ? Buffer.alloc(0) : body,
        redirectsLeft - 1,
      );
    }
    const head: BridgedResponse = { ok: true, status, headers: this.#headers(message) };
    return { head, body: decoded(raw, message.headers['content-encoding']) };
  }

  #exchange(url: URL, call: BridgedRequest, body: Buffer): Promise<IncomingMessage> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const request = start(url, { method: call.method, headers: sentHeaders(call, body), agent: false });
      this.#running.add(request);
      request.once('response', resolve);
      request.once('error', reject);
      request.once('close', () => {
        this.#running.delete(request);
      });
      request.end(body);
    });
  }

  #headers(message: IncomingMessage): Record<string, string> {
    const headers: Record<string, string> = {};
    for (let at = 0; at + 1 < message.rawHeaders.length; at += 2) {
      const sent = message.rawHeaders[at] ?? '';
      const name = this.headerCase === 'lower' ? sent.toLowerCase() : sent;
      const value = message.rawHeaders[at + 1] ?? '';
      headers[name] = name in headers ? `${headers[name] ?? ''}, ${value}` : value;
    }
    return headers;
  }
}

function sentHeaders(call: BridgedRequest, body: Buffer): Record<string, string> {
  const given = new Set(Object.keys(call.headers).map((name) => name.toLowerCase()));
  const own: Record<string, string> = {
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': userAgent,
    ...(body.length > 0 || call.method !== 'GET' ? { 'content-length': String(body.length) } : {}),
  };
  return { ...Object.fromEntries(Object.entries(own).filter(([name]) => !given.has(name))), ...call.headers };
}

function withoutCredentials(call: BridgedRequest, from: URL, to: URL): BridgedRequest {
  if (from.origin === to.origin) return call;
  const kept = Object.entries(call.headers).filter(([name]) => !/^(?:authorization|cookie)$/i.test(name));
  return { ...call, headers: Object.fromEntries(kept) };
}

function decoded(raw: Buffer, encoding: string | undefined): Buffer {
  if (raw.length === 0) return raw;
  if (encoding === 'gzip') return gunzipSync(raw);
  if (encoding === 'deflate') return inflateSync(raw);
  if (encoding === 'br') return brotliDecompressSync(raw);
  return raw;
}

function failed(message: string): BridgedAnswer {
  return { head: { ok: false, message }, body: Buffer.alloc(0) };
}

function asNetError(error: unknown): string {
  if (!(error instanceof Error)) return 'net::ERR_FAILED';
  if (error.message.startsWith('net::')) return error.message;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ERR_INVALID_URL') return 'net::ERR_INVALID_URL';
  if (error.message === 'socket hang up') return 'net::ERR_EMPTY_RESPONSE';
  return netErrors[code] ?? 'net::ERR_FAILED';
}
