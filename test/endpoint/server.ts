import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asRecord } from '../../src/llm/record';
import { PRESETS, type EndpointId } from '../../src/llm/presets/presets';
import { requestKindOf, HONEST, type Answers, type RequestKind } from './answers';
import { Exchange, type RecordedRequest } from './exchange';
import { FAULTS, type FaultName } from './faults';
import { imagesIn } from './page-images';
import { PROFILES, type Profile } from './profiles';

export type { RecordedRequest } from './exchange';
export type { FaultName } from './faults';

/**
 * The fault of all requests for answers, or a function that returns the fault of the n-th request (from 1).
 */
type Fault = FaultName | ((requestNumber: number, request: RecordedRequest) => FaultName);

export interface EndpointOptions {
  /** The vendor to imitate. `custom`, the default, accepts every request. */
  readonly as?: EndpointId;
  /** The fault of requests for answers; `good` by default. */
  readonly fault?: Fault;
  /** Responds to all requests for answers. `fault` is then ignored. */
  readonly play?: (exchange: Exchange) => void | Promise<void>;
  /** Returns the text of a page image. The first image has the `imageNumber` 1; `image` is base64. */
  readonly pageText?: (imageNumber: number, image: string) => string;
  /** Makes the digests; by default, correct ones. */
  readonly digest?: Answers['digest'];
  /**
   * Makes the verdicts for second readings (requests to check the statements of a digest). By default, every
   * statement is supported.
   */
  readonly reader?: Answers['reader'];
  /** Makes the corrections; by default, every statement is dropped. */
  readonly corrector?: Answers['corrector'];
  /** The fault of second readings; `fault` by default. A function gets the number of the second reading. */
  readonly readingFault?: Fault;
  /** The fault of corrections; `fault` by default. A function gets the number of the correction. */
  readonly correctionFault?: Fault;
  /** Delay of every answer in ms; 0 by default. */
  readonly latencyMs?: number;
  /** True if browsers may send cross-origin requests; false by default. */
  readonly cors?: boolean;
  /** If given, only paths with this beginning have a list of models. By default, every path has one. */
  readonly modelsAt?: string;
  /** The only accepted API key; by default, every key is accepted. */
  readonly key?: string;
  /** The port; any free one by default. */
  readonly port?: number;
}

export interface RunningEndpoint {
  /** The base URL for a client. */
  readonly url: string;
  /** The requests for answers so far, the oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** How many of `requests` the client abandoned before the response. */
  readonly abandoned: number;
  /** Number of requests that were answered. A real endpoint would bill them. */
  readonly paid: number;
  readonly preflights: number;
  /** Number of requests for the list of models. */
  readonly lookUps: number;
  readonly images: number;
  /** Changes the fault of all later requests. The numbers of requests are not reset. */
  setFault(fault: Fault): void;
  /**
   * Changes the fault of later second readings. With undefined, they get the same fault as all other
   * requests.
   */
  setReadingFault(fault: Fault | undefined): void;
  close(): Promise<void>;
}

/** Starts an HTTP server at 127.0.0.1 that imitates a language-model endpoint and its faults. */
export async function startEndpoint(options: EndpointOptions = {}): Promise<RunningEndpoint> {
  const profile = PROFILES[options.as ?? 'custom'];
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();
  const answers: Answers = {
    digest: options.digest ?? HONEST.digest,
    reader: options.reader ?? HONEST.reader,
    corrector: options.corrector ?? HONEST.corrector,
  };
  const pageText = options.pageText ?? ((number) => `The text of scanned page ${number}.`);
  let fault = options.fault ?? 'good';
  const faults: Partial<Record<RequestKind, Fault>> = {};
  if (options.readingFault !== undefined) faults.reading = options.readingFault;
  if (options.correctionFault !== undefined) faults.correction = options.correctionFault;
  let abandoned = 0;
  let lookUps = 0;
  let preflights = 0;
  let images = 0;
  let paid = 0;

  const server = createServer((incoming, response) => {
    void answer(incoming, response).catch((thrown: unknown) => {
      // Clients may disconnect at any time; any other error is a defect of the server.
      if (!response.destroyed) response.destroy(thrown instanceof Error ? thrown : new Error(String(thrown)));
    });
  });

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    if (options.cors === true) allowOrigins(incoming, response);
    if (incoming.method === 'OPTIONS') {
      preflights += 1;
      response.writeHead(options.cors === true ? 204 : 405).end();
      return;
    }
    const request = await record(incoming);
    const [image] = request.images;
    images += request.images.length;
    const text = image === undefined ? '' : pageText(images, image);
    const number = requests.length + 1;
    const exchange = new Exchange(
      profile,
      request,
      incoming,
      response,
      closing.signal,
      number,
      text,
      answers,
    );
    const kind = routeOf(request);
    const isListed = request.path.startsWith(options.modelsAt ?? '/');
    if (kind === 'unknown' || (kind === 'models' && !isListed))
      exchange.raw(404, '404 page not found', { 'content-type': 'text/plain' });
    else if (kind === 'models') {
      lookUps += 1;
      exchange.reply(200, modelList(profile));
    } else {
      requests.push(request);
      const own = faults[request.requestKind];
      response.once('close', () => {
        if (!response.writableEnded && !closing.signal.aborted) abandoned += 1;
        if (response.headersSent && response.statusCode === 200 && !exchange.reportsError) paid += 1;
      });
      const alike = requests.filter(
        ({ requestKind }) => own === undefined || requestKind === request.requestKind,
      );
      if (options.latencyMs !== undefined) await exchange.pause(options.latencyMs);
      if (!isAllowed(exchange, options.key)) await FAULTS['wrong-key'](exchange);
      else if (options.play !== undefined) await options.play(exchange);
      else await FAULTS[nameOf(own ?? fault, alike.length, request)](exchange);
    }
  }

  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  if (fault === 'refused') await close(server, closing);
  return {
    url: `http://127.0.0.1:${port}${profile.basePath}`,
    requests,
    get images() {
      return images;
    },
    get preflights() {
      return preflights;
    },
    get lookUps() {
      return lookUps;
    },
    get abandoned() {
      return abandoned;
    },
    get paid() {
      return paid;
    },
    setFault: (next) => {
      fault = next;
    },
    setReadingFault: (next) => {
      if (next === undefined) delete faults.reading;
      else faults.reading = next;
    },
    close: () => close(server, closing),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function close(server: Server, closing: AbortController): Promise<void> {
  closing.abort();
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const pieces: Uint8Array[] = [];
  for await (const piece of incoming) pieces.push(piece as Uint8Array);
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const body = parsed(Buffer.concat(pieces).toString('utf8'));
  const images = imagesIn(asRecord(body) ?? {});
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.search,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body,
    images,
    requestKind: requestKindOf(body, images),
  };
}

function nameOf(fault: Fault, number: number, request: RecordedRequest): FaultName {
  return typeof fault === 'function' ? fault(number, request) : fault;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return text;
    throw thrown;
  }
}

function routeOf(request: RecordedRequest): 'chat' | 'models' | 'unknown' {
  if (request.method === 'POST' && /\/(chat\/completions|api\/chat|v1\/messages)$/.test(request.path))
    return 'chat';
  return request.method === 'GET' && /\/(models|api\/tags)$/.test(request.path) ? 'models' : 'unknown';
}

function modelList(profile: Profile): unknown {
  const { model, visionModel } = PRESETS[profile.id];
  const names = [...new Set([model, visionModel, 'test-model'])].filter((name) => name !== '');
  if (profile.id === 'anthropic')
    return { data: names.map((id) => ({ type: 'model', id, display_name: id })), has_more: false };
  if (profile.id === 'ollama') return { models: names.map((name) => ({ name, size: 1 })) };
  return { object: 'list', data: names.map((id) => ({ id, object: 'model', owned_by: profile.id })) };
}

/** Describes the API keys that an endpoint accepts. If `key` is given, only this key is accepted. */
export function acceptedKeys(as: EndpointId, key: string | undefined): string {
  return key ?? (PROFILES[as].needsKey ? 'any; a request without a key gets status 401' : 'any, or none');
}

function isAllowed(exchange: Exchange, key: string | undefined): boolean {
  if (key !== undefined) return exchange.apiKey === key;
  return exchange.apiKey !== '' || !exchange.profile.needsKey;
}

function allowOrigins(incoming: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', incoming.headers.origin ?? '*');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  const wanted = incoming.headers['access-control-request-headers'];
  response.setHeader('access-control-allow-headers', wanted ?? 'authorization');
}
