import { requestUrl } from 'obsidian';
import type { HttpPort } from '../llm/http';

/**
 * Implements `HttpPort` with the app's `requestUrl`. Requests of `requestUrl` are not subject to CORS, but
 * they cannot be aborted and have no time limit. A caller that no longer needs the response can only stop
 * waiting for it.
 */
export const appHttp: HttpPort = async ({ url, method, headers, body }) => {
  const response = await requestUrl({
    url,
    method,
    headers: { ...headers },
    throw: false,
    ...(body === undefined ? {} : { body }),
  });
  const lowerCase = Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: response.status,
    headers: Object.fromEntries(lowerCase) as Record<string, string>,
    body: response.arrayBuffer,
  };
};
