import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { buffer, json, text } from 'node:stream/consumers';
import * as v from 'valibot';
import { sendFailure, sendJson, sendText, fromHeader, required, toHeader, type Call } from './http-tools';
import { packageRoute, vaultRoutes, type Route } from './vault-routes';
import type { Device } from './device';
import type { EventStream } from './event-stream';
import type { PageBundle } from './page-bundle';
import type { PluginFiles } from './plugin-files';
import type { BridgedAnswer, RequestBridge } from './request-bridge';
import type { VaultOperations } from './vault-operations';
import { bridgedRequest, type BootData } from '../protocol';

/** The parts of the driver that the page reaches through the server. */
export interface ServerParts {
  readonly bundle: PageBundle;
  readonly operations: VaultOperations;
  readonly events: EventStream;
  readonly device: Device;
  readonly plugin: PluginFiles;
  readonly bridge: RequestBridge;
  readonly boot: () => Promise<BootData>;
  /**
   * Called when a page requests the event stream. Connects the stream, and sends the whole vault through it.
   */
  readonly onConnect: (stream: ServerResponse) => Promise<void>;
}

const pageHtml = `<!doctype html>
<html><head><meta charset="utf-8"><title>Vault</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/app.css"></head>
<body><script type="module" src="/app.js"></script></body></html>`;

/** Serves the page on which the test app runs, on a free local port. */
export class HostServer {
  readonly #server: Server;
  readonly #routes: ReadonlyMap<string, Route>;

  private constructor(parts: ServerParts) {
    this.#routes = new Map(
      Object.entries({ ...pageRoutes(parts), ...vaultRoutes(parts.operations, parts.events) }),
    );
    this.#server = createServer(
      { maxHeaderSize: 1 << 20 },
      (request, response) => void this.#answer(request, response),
    );
    // Slow endpoints and long event streams must not time out.
    this.#server.requestTimeout = 0;
  }

  static async start(parts: ServerParts): Promise<HostServer> {
    const server = new HostServer(parts);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The host server is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://host');
    const inPackages = url.pathname.startsWith('/npm/');
    const route = this.#routes.get(`${request.method ?? 'GET'} ${inPackages ? '/npm/' : url.pathname}`);
    try {
      if (route === undefined) throw new Error(`The host has no route for ${url.pathname}`);
      await route({ request, response, query: url.searchParams, rest: url.pathname.slice('/npm/'.length) });
    } catch (error) {
      sendFailure(response, error);
    }
  }
}

function pageRoutes(parts: ServerParts): Record<string, Route> {
  const script = 'text/javascript';
  const nodeModules = dirname(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')));
  return {
    'GET /': (call) => show(call, pageHtml, 'text/html'),
    'GET /app.js': (call) => show(call, parts.bundle.script, script),
    'GET /app.css': (call) => show(call, parts.bundle.styles, 'text/css'),
    'GET /npm/': packageRoute(nodeModules),
    'GET /boot': async (call) => {
      sendJson(call.response, await parts.boot());
    },
    'GET /plugin/main.js': async (call) => {
      sendText(call.response, await parts.plugin.script(), script);
    },
    'GET /plugin/data': async (call) => {
      sendJson(call.response, await parts.plugin.readData());
    },
    'PUT /plugin/data': async (call) => {
      await parts.plugin.writeData(await text(call.request));
      sendJson(call.response, null);
    },
    'POST /device': async (call) => {
      const store = required(call, 'store') === 'secrets' ? 'secrets' : 'local-storage';
      const value: unknown = await json(call.request);
      await parts.device.set(store, required(call, 'key'), typeof value === 'string' ? value : null);
      sendJson(call.response, null);
    },
    'GET /events': (call) => parts.onConnect(call.response),
    ...requestRoutes(parts),
  };
}

/**
 * The plugin's requests to an endpoint go through this server. `POST /request` takes a request and returns
 * without a wait. When an event says that the endpoint has answered, the page calls `GET /response`. A call
 * that waits for the endpoint would keep a connection open, and a browser opens only six per origin.
 */
function requestRoutes({ bridge, events }: ServerParts): Record<string, Route> {
  const answers = new Map<number, BridgedAnswer>();
  return {
    'POST /request': async (call) => {
      const bridged = v.parse(bridgedRequest, fromHeader(call.request.headers['x-call']));
      const body = await buffer(call.request);
      sendJson(call.response, null);
      answers.set(bridged.id, await bridge.send(bridged, body));
      events.send({ type: 'response', id: bridged.id });
    },
    'GET /response': async (call) => {
      const id = Number(required(call, 'id'));
      const answer = answers.get(id);
      if (answer === undefined) throw new Error(`There is no response ${id}`);
      answers.delete(id);
      call.response.writeHead(200, {
        'x-answer': toHeader(answer.head),
        'content-type': 'application/octet-stream',
      });
      call.response.end(answer.body);
      return Promise.resolve();
    },
  };
}

function show(call: Call, body: string | Uint8Array, contentType: string): Promise<void> {
  sendText(call.response, body, contentType);
  return Promise.resolve();
}
