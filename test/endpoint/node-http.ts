import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HttpPort } from '../../src/llm/http';

/**
 * Sends requests with Node. As with Obsidian's `requestUrl`, a request cannot be aborted and has no time
 * limit. Unlike `requestUrl`, this function does not follow redirects.
 */
export const nodeHttp: HttpPort = (request) =>
  new Promise((resolve, reject) => {
    const send = request.url.startsWith('https:') ? requestHttps : requestHttp;
    const outgoing = send(
      request.url,
      { method: request.method, headers: request.headers, agent: false },
      (response) => {
        const pieces: Uint8Array[] = [];
        response.on('data', (piece: Uint8Array) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(pieces);
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            body: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
