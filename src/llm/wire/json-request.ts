import type { Clock } from '../../clock';
import { hostOf, type Endpoint } from '../endpoint';
import { thrownByPort } from '../errors/errors';
import { withSigns, type HttpPort, type HttpRequest } from '../http';
import type { Wire } from '../presets/preset';
import { withDeadline } from '../wait';
import { readJson, type RawResponse } from './completion';
import { keyHeader } from './key-header';

/** Sends one request to an endpoint and parses the JSON of its response. */
export type RequestJson = (
  request: Pick<HttpRequest, 'method' | 'url' | 'body' | 'onPiece'>,
  signal: AbortSignal,
) => Promise<unknown>;

/**
 * Creates the function that sends requests in JSON, with the API key and the user's own headers. It is used
 * for APIs that OpenAI's SDK does not support.
 * @param headers headers that the API needs, with names in lower case
 * @returns a function that throws Failure of an `llm-*` kind, NoAnswer when the port throws it, or Cancelled
 */
export function jsonRequests(
  endpoint: Endpoint,
  wire: Wire,
  http: HttpPort,
  clock: Clock,
  headers: Readonly<Record<string, string>> = {},
): RequestJson {
  return (request, signal) =>
    withDeadline(clock, endpoint.silenceSeconds * 1000, signal, async (inner, onSign) => {
      const sent = {
        ...endpoint.headers,
        ...headers,
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...keyHeader(endpoint, wire),
      };
      return readJson(
        await send(withSigns(http, onSign), { ...request, headers: sent, signal: inner }),
        wire,
        clock.now(),
      );
    });
}

async function send(http: HttpPort, request: HttpRequest): Promise<RawResponse> {
  try {
    return await http(request);
  } catch (thrown) {
    throw thrownByPort(thrown, hostOf(request.url));
  }
}
