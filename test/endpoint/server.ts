import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asRecord } from '../../src/llm/record';
import { PRESETS, type EndpointId } from '../../src/llm/presets/presets';
import { askedBy, HONEST, type Answers, type Asked } from './answers';
import { Exchange, type RecordedRequest } from './exchange';
import { FAULTS, type FaultName } from './faults';
import { imagesIn } from './page-images';
import { PROFILES, type Profile } from './profiles';

export type { RecordedRequest } from './exchange';
export type { FaultName } from './faults';

/** How completions are answered, or how the n-th of them is (from 1). */
type Fault = FaultName | ((requestNumber: number, request: RecordedRequest) => FaultName);

export interface EndpointOptions {
  /** The vendor that is imitated; default `custom`, which takes everything. */
  readonly as?: EndpointId;
  /** Default `good`. */
  readonly fault?: Fault;
  /** What stands on the page image, by the number of images seen so far (from 1) and the image as base64. */
  readonly pageText?: (imageNumber: number, image: string) => string;
  /** The digest that is answered; default an honest one. */
  readonly digest?: Answers['digest'];
  /** What a second reader says of statements; default that all are supported. */
  readonly reader?: Answers['reader'];
  /** How flagged statements are corrected; default they are dropped. */
  readonly corrector?: Answers['corrector'];
  /** How readings are answered, by their number among the readings; default as all completions. */
  readonly readingFault?: Fault;
  /** How corrections are answered, by their number among the corrections; default as all completions. */
  readonly correctionFault?: Fault;
  /** Milliseconds before anything is answered; default 0. */
  readonly latencyMs?: number;
  /** Whether browsers may ask across origins; default no. */
  readonly cors?: boolean;
  /** The one key that is taken; without it, any. */
  readonly key?: string;
  /** Port to listen at; default any free one. */
  readonly port?: number;
}

export interface RunningEndpoint {
  /** The base URL for a client. */
  readonly url: string;
  /** Completions asked for so far, oldest first. Look-ups of models are not among them. */
  readonly requests: readonly RecordedRequest[];
  /** How many of them the client left before they were answered. */
  readonly abandoned: number;
  /** How often a browser asked whether it may ask. */
  readonly preflights: number;
  /** How often the models were asked for. */
  readonly lookUps: number;
  /** How many page images have been sent. */
  readonly images: number;
  /** Changes how completions are answered from now on; `requestNumber` goes on counting. */
  setFault(fault: Fault): void;
  /** Changes how second readings are answered; undefined for as all completions. */
  setReadingFault(fault: Fault | undefined): void;
  close(): Promise<void>;
}

/** Starts a real HTTP server at 127.0.0.1 that behaves, or misbehaves, like a language-model endpoint. */
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
  const faults: Partial<Record<Asked, Fault>> = {};
  if (options.readingFault !== undefined) faults.reading = options.readingFault;
  if (options.correctionFault !== undefined) faults.correction = options.correctionFault;
  let abandoned = 0;
  let lookUps = 0;
  let preflights = 0;
  let images = 0;

  const server = createServer((incoming, response) => {
    void answer(incoming, response).catch((thrown: unknown) => {
      // The client going away in the middle is part of the game; anything else is a defect of the server.
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
    const exchange = new Exchange(profile, request, incoming, response, closing.signal, text, answers);
    const kind = routeOf(request);
    if (kind === 'unknown') exchange.raw(404, '404 page not found', { 'content-type': 'text/plain' });
    else if (kind === 'models') {
      lookUps += 1;
      exchange.reply(200, modelList(profile));
    }
    else {
      requests.push(request);
      const own = faults[request.asked];
      response.once('close', () => {
        if (!response.writableEnded && !closing.signal.aborted) abandoned += 1;
      });
      const alike = requests.filter(({ asked }) => own === undefined || asked === request.asked);
      if (options.latencyMs !== undefined) await exchange.pause(options.latencyMs);
      if (!isAllowed(exchange, options.key)) await FAULTS['wrong-key'](exchange);
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
  const body = parsed(Buffer.concat(pieces).toString('utf8'));
  const images = imagesIn(asRecord(body) ?? {});
  return {
    method: incoming.method ?? '',
    path: new URL(incoming.url ?? '/', 'http://localhost').pathname,
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body,
    images,
    asked: askedBy(body, images),
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
  if (request.method === 'POST' && /\/(chat\/completions|api\/chat)$/.test(request.path)) return 'chat';
  return request.method === 'GET' && /\/(models|api\/tags)$/.test(request.path) ? 'models' : 'unknown';
}

function modelList(profile: Profile): unknown {
  const { model, visionModel } = PRESETS[profile.id];
  const names = [...new Set([model, visionModel, 'test-model'])].filter((name) => name !== '');
  if (profile.id === 'ollama') return { models: names.map((name) => ({ name, size: 1 })) };
  return { object: 'list', data: names.map((id) => ({ id, object: 'model', owned_by: profile.id })) };
}

function isAllowed(exchange: Exchange, key: string | undefined): boolean {
  if (key !== undefined) return exchange.apiKey === key;
  return exchange.apiKey !== '' || !exchange.profile.needsKey;
}

function allowOrigins(incoming: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', incoming.headers.origin ?? '*');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('access-control-allow-headers', 'authorization, content-type, accept');
}
