import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { OperationFailed } from '../protocol';

/** The argument of a handler for requests. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  /** The part of the path after `/npm/`. Other routes do not use it. */
  readonly rest: string;
}

/** Returns a required query value. @throws Error when it is missing */
export function required(call: Call, name: string): string {
  const value = call.query.get(name);
  if (value === null) throw new Error(`The request has no query value "${name}"`);
  return value;
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

export function sendText(response: ServerResponse, text: string | Uint8Array, contentType: string): void {
  response.writeHead(200, { 'content-type': `${contentType}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(text);
}

/** Sends the message of an error to the page, with the system's error code if the error has one. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const failure: OperationFailed = { message: error instanceof Error ? error.message : String(error) };
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') failure.code = error.code;
  sendJson(response, failure, 422);
}

/** Encodes a value for a header. The result is escaped JSON, because headers allow only some characters. */
export function toHeader(value: unknown): string {
  return encodeURIComponent(JSON.stringify(value));
}

export function fromHeader(value: string | string[] | undefined): unknown {
  if (typeof value !== 'string') throw new Error('A header is missing');
  return JSON.parse(decodeURIComponent(value));
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.md': 'text/markdown',
};

export function contentTypeOf(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
}
