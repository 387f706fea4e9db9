import { requestUrl } from 'obsidian';
import type { HttpPort } from '../llm/http';

/** The network port over the app's `requestUrl`: no CORS, no abort, no timeout. Both are raced by the transport. */
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
