import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../../src/failure';
import { Cancelled } from '../../../src/failure';
import { connect, listModels } from '../../../src/llm/connect';
import type { HttpPort } from '../../../src/llm/http';
import type { Endpoint } from '../../../src/llm/endpoint';
import { fetchHttp } from '../../../src/llm/wire/fetch-http';
import type { CheckingModel } from '../../../src/llm/model';
import type { DeviceMemory, ModelPorts } from '../../../src/llm/ports';
import { fastClock, fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import type { EndpointOptions, FaultName } from '../../endpoint/server';
import { CONTRACT, KEY, draft, failureOf, requestOf, start, type Started } from './setup';

/**
 * `open` uses Node's `fetch`, which ignores CORS. `closed` fails as the `fetch` of a browser does when an
 * endpoint forbids cross-origin requests.
 */
const open = fetchHttp((url, init) => fetch(url, init));
const closed = fetchHttp(() => Promise.reject(new TypeError('Failed to fetch')));

function deviceMemory(): DeviceMemory & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return { kept, load: (key) => kept.get(key), save: (key, value) => void kept.set(key, value) };
}

async function startStreaming(
  options: EndpointOptions = {},
  streaming = open,
  more: Partial<Endpoint> = {},
  memory = deviceMemory(),
): Promise<Omit<Started, 'clock'> & { readonly ports: ModelPorts; readonly again: () => CheckingModel }> {
  const { server, endpoint } = await start(options, more);
  const ports = { ...fastPorts(1), streaming, memory };
  const again = (): CheckingModel => connect(endpoint, nodeHttp, ports);
  return { server, endpoint, ports, model: again(), again };
}

function streamedOf({ server }: Pick<Started, 'server'>): boolean[] {
  return server.requests.map(
    ({ body }) => typeof body === 'object' && body !== null && 'stream' in body && body.stream === true,
  );
}

describe('streamed requests', () => {
  it.each(['custom', 'openai', 'anthropic', 'azure', 'dashscope', 'ollama', 'lmstudio'] as const)(
    'during a stream of the provider %s, the caller learns how many words have arrived',
    async (as) => {
      const { server, model } = await startStreaming({ as });
      const words: number[] = [];
      const { draft: answer, tokens } = await model.draft(
        requestOf(),
        new AbortController().signal,
        (count) => words.push(count),
      );
      expect(answer.actions).toHaveLength(2);
      expect(tokens).toBeGreaterThan(0);
      expect(streamedOf({ server })).toEqual([true]);
      expect(words.at(-1)).toBeGreaterThan(20);
      expect(words).toEqual([...words].sort((one, other) => one - other));
    },
  );

  it('the draft is the same with and without streaming', async () => {
    const { model, endpoint } = await startStreaming();
    const whole = connect(endpoint, nodeHttp, fastPorts(1));
    expect((await draft(model)).draft).toEqual((await draft(whole)).draft);
  });

  it.each<FaultName>(['slow-stream', 'slow'])(
    'the client closes the connection if the caller cancels during the fault %s',
    async (fault) => {
      const controller = new AbortController();
      const { server, model } = await startStreaming({ fault });
      const work = model
        .draft(requestOf(), controller.signal, () => controller.abort())
        .catch((thrown: unknown) => thrown);
      if (fault === 'slow') {
        await expect.poll(() => server.requests.length).toBe(1);
        controller.abort();
      }
      expect(await work).toBeInstanceOf(Cancelled);
      await expect.poll(() => server.abandoned).toBe(1);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('the client closes the connection after a timeout', async () => {
    const { server, model } = await startStreaming({ fault: 'slow' }, open, { silenceSeconds: 100 });
    expect((await failureOf(draft(model))).kind).toBe('llm-timeout');
    await expect.poll(() => server.abandoned).toBe(1);
  });

  it.each<[FaultName, FailureKind, number]>([
    // The client sends the request once more, because the stream broke off.
    ['reset-in-stream', 'llm-cut-off', 2],
    ['cut-stream', 'llm-cut-off', 2],
    ['reset-in-body', 'llm-cut-off', 2],
    ['stream-error', 'llm-too-long', 1],
    ['cut-off', 'llm-cut-off', 1],
    ['refusal', 'llm-refused', 1],
    ['filtered-answer', 'llm-content-filter', 1],
    ['prompt-cut', 'llm-prompt-cut', 1],
    ['ten-megabytes', 'llm-bad-answer', 1],
    // The client also sends the request once through the app, because the endpoint may refuse the origin of
    // the page.
    ['wrong-key', 'llm-key-wrong', 2],
    ['content-filter', 'llm-content-filter', 1],
    ['html', 'llm-not-an-api', 1],
    ['server-error', 'llm-server', 4],
  ])('the fault %s leads to %s after %i request(s)', async (fault, kind, requests) => {
    const { server, model } = await startStreaming({ fault });
    expect(
      (await failureOf(draft(model, `${CONTRACT}\n[7] ${'The parties agree on this. '.repeat(300)}`))).kind,
    ).toBe(kind);
    expect(server.requests).toHaveLength(requests);
  });

  it.each<[FaultName, FailureKind, number]>([
    ['stream-error', 'llm-too-long', 1],
    ['cut-stream', 'llm-cut-off', 1],
    ['reset-in-stream', 'llm-cut-off', 2],
  ])('the fault %s in Ollama’s own stream leads to %s after %i request(s)', async (fault, kind, requests) => {
    const { server, model } = await startStreaming({ as: 'ollama', fault });
    expect((await failureOf(draft(model))).kind).toBe(kind);
    expect(server.requests).toHaveLength(requests);
  });

  it('the client still requests streams after the endpoint refuses a parameter', async () => {
    const { server, model } = await startStreaming({ fault: 'refuse-json-mode' });
    await draft(model);
    expect(streamedOf({ server })).toEqual([true, true, true]);
  });

  it.each<FaultName>(['no-stream', 'no-usage'])(
    'the client requests no streams after the fault %s',
    async (fault) => {
      const { server, model, again } = await startStreaming({ fault });
      await draft(model);
      await draft(again());
      expect(streamedOf({ server })[0]).toBe(true);
      expect(streamedOf({ server }).at(-1)).toBe(false);
    },
  );
});

describe('requests through the app', () => {
  it('an endpoint without CORS gets all requests through the app, even after a restart', async () => {
    const { server, model, endpoint, ports } = await startStreaming({}, closed);
    await draft(model);
    await draft(model);
    const restarted = connect(endpoint, nodeHttp, {
      ...ports,
      streaming: () => Promise.reject(new Error('streaming was tried again')),
    });
    await draft(restarted);
    // These requests ask for a stream, too, because proxies close connections on which nothing arrives.
    expect(streamedOf({ server })).toEqual([true, true, true]);
    expect(server.preflights).toBe(0);
  });

  it('after a month, the client tries `fetch` again for an endpoint without CORS', async () => {
    const memory = deviceMemory();
    const { server, ports, endpoint } = await startStreaming({}, closed, {}, memory);
    await draft(connect(endpoint, nodeHttp, ports));
    const later = { ...ports.clock, now: () => Date.now() + 40 * 24 * 3_600_000 };
    await draft(connect(endpoint, nodeHttp, { ...ports, clock: later, streaming: open }));
    expect(server.requests.map(({ headers }) => 'sec-fetch-mode' in headers)).toEqual([false, true]);
  });

  it('after a failed request through the app, the next request also goes through the app', async () => {
    const { server, model, again } = await startStreaming({ fault: 'wrong-key' }, closed);
    expect((await failureOf(draft(model))).kind).toBe('llm-key-wrong');
    expect((await failureOf(draft(again()))).kind).toBe('llm-key-wrong');
    expect(server.requests.map(({ headers }) => 'sec-fetch-mode' in headers)).toEqual([false, false]);
  });
});

describe('unanswered preflight requests', () => {
  it('after an unanswered preflight request, the next call goes through the app', async () => {
    const silent = fetchHttp(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    );
    const { server, model, again } = await startStreaming({}, silent, { silenceSeconds: 20 });
    expect((await failureOf(draft(model))).kind).toBe('llm-timeout');
    expect(server.requests).toHaveLength(0);
    await draft(again());
    expect(server.requests).toHaveLength(1);
  });
});

describe('an unreachable endpoint', () => {
  it('the client does not treat an unreachable endpoint as an endpoint without CORS', async () => {
    const memory = deviceMemory();
    const { server, model } = await startStreaming({ fault: 'refused' }, open, {}, memory);
    expect((await failureOf(draft(model))).kind).toBe('llm-unreachable');
    expect(server.requests).toHaveLength(0);
    expect(memory.kept.has('pdf-inbox-routes')).toBe(false);
  });

  it('the client still requests streams after an endpoint was unreachable', async () => {
    const { server, model, again } = await startStreaming();
    await draft(model);
    server.setFault('reset-before-headers');
    expect((await failureOf(draft(again()))).kind).toBe('llm-unreachable');
    const isStreamed = server.requests.map(({ headers }) => 'sec-fetch-mode' in headers);
    expect(isStreamed).toEqual([true, true, false, false, false]);
    server.setFault('good');
    await draft(again());
    expect(streamedOf({ server }).at(-1)).toBe(true);
  });
});

describe('a redirect', () => {
  it('the client does not follow a redirect to another origin', async () => {
    const other = await start();
    const { server, model } = await startStreaming({ fault: 'redirect' }, redirectingTo(other.server.url));
    expect((await failureOf(draft(model))).kind).toBe('llm-redirect');
    expect([server.requests.length, server.lookUps]).toEqual([0, 0]);
    expect([other.server.requests.length, other.server.lookUps]).toEqual([0, 0]);
  });

  it('the client recognises a redirect in the opaque response of a browser', async () => {
    const opaque = fetchHttp((_, init) => {
      expect(init.redirect).toBe('manual');
      const response = Response.error();
      return Promise.resolve(
        Object.defineProperties(response, { type: { value: 'opaqueredirect' }, status: { value: 0 } }),
      );
    });
    const { server, model } = await startStreaming({}, opaque);
    const failure = await failureOf(draft(model));
    expect(failure).toMatchObject({ kind: 'llm-redirect', details: { host: new URL(server.url).host } });
  });

  /** Node's `fetch` to a server that answers everything with a redirect to `url`. */
  function redirectingTo(url: string): ReturnType<typeof fetchHttp> {
    return fetchHttp((_, init) => {
      const moved = new Response(null, { status: 307, headers: { location: `${url}/chat/completions` } });
      return init.redirect === 'manual' ? Promise.resolve(moved) : fetch(`${url}/chat/completions`, init);
    });
  }
});

describe('the first request through the app', () => {
  const first = (): { http: HttpPort; urls: string[]; bodies: string[] } => {
    const [urls, bodies]: [string[], string[]] = [[], []];
    const http: HttpPort = (request) => {
      urls.push(`${request.method} ${new URL(request.url).pathname}`);
      bodies.push(request.body ?? '');
      return nodeHttp(request);
    };
    return { http, urls, bodies };
  };

  it.each(['custom', 'ollama'] as const)(
    'the first request through the app to the provider %s has no body and is never repeated',
    async (as) => {
      const { server, endpoint } = await start({ as });
      const { http, urls, bodies } = first();
      const ports = { ...fastPorts(1), streaming: closed, memory: deviceMemory() };
      await draft(connect(endpoint, http, ports));
      await draft(connect(endpoint, http, ports));
      expect(urls[0]).toBe(as === 'ollama' ? 'GET /api/tags' : 'GET /v1/models');
      expect(bodies[0]).toBe('');
      expect([urls.length, server.lookUps]).toEqual([3, 1]);
    },
  );

  it.each([404, 401, 500, 200])(
    'the client sends the document if the first request gets the status %i',
    async (status) => {
      const { server, endpoint } = await start();
      const http: HttpPort = (request) =>
        request.method === 'GET'
          ? Promise.resolve({ status, headers: {}, body: new TextEncoder().encode('<html>').buffer })
          : nodeHttp(request);
      await draft(connect(endpoint, http, { ...fastPorts(1), streaming: closed, memory: deviceMemory() }));
      expect(server.requests).toHaveLength(1);
    },
  );

  it('the client sends no document if the first request gets no response', async () => {
    const { server, endpoint } = await start();
    const http: HttpPort = (request) =>
      request.method === 'GET' ? Promise.reject(new Error('net::ERR_FAILED')) : nodeHttp(request);
    const ports = { ...fastPorts(1), streaming: closed, memory: deviceMemory() };
    expect((await failureOf(draft(connect(endpoint, http, ports)))).kind).toBe('llm-unreachable');
    expect(server.requests).toHaveLength(0);
  });
});

describe('the API key in a response', () => {
  const escaped = KEY.replaceAll('s', '\\u0073');

  it('the client removes the API key from a draft, even if the key is escaped', async () => {
    const answer = JSON.stringify({
      title: 'KEY',
      doc_type: 'contract',
      language: 'zh',
      tags: ['KEY'],
      summary: [{ text: 'The key is KEY.', refs: [1] }],
      actions: [],
      points: [],
      facts: [{ name: 'KEY', value: 'KEY', quote: 'KEY', refs: [1] }],
    }).replaceAll('KEY', escaped);
    const message = { role: 'assistant', content: answer };
    const body = JSON.stringify({ model: 'm', choices: [{ message, finish_reason: 'stop' }] });
    const http: HttpPort = () =>
      Promise.resolve({ status: 200, headers: {}, body: new TextEncoder().encode(body).buffer });
    const { endpoint } = await start({}, { apiKey: ` Bearer ${KEY}\n` });
    const text = JSON.stringify(await draft(connect(endpoint, http, fastPorts(1))));
    expect(text).toContain('The key is ***.');
    expect(text).not.toContain(KEY);
  });

  it('the client removes the API key from the names of models', async () => {
    const { endpoint } = await start({}, { apiKey: ` Bearer ${KEY}\n` });
    const body = new TextEncoder().encode(`{"data":[{"id":"m-${escaped}"}]}`).buffer;
    const http: HttpPort = () => Promise.resolve({ status: 200, headers: {}, body });
    const { signal } = new AbortController();
    expect(await listModels(endpoint, http, fastPorts(1), signal)).toEqual(['m-***']);
  });
});

describe('the end of a stream', () => {
  function portOf(end: (controller: ReadableStreamDefaultController<Uint8Array>) => void) {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('data: {}\n\ndata: [DONE]\n\n'));
        end(controller);
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const headers = { 'content-type': 'text/event-stream' };
    const port = fetchHttp(() => Promise.resolve(new Response(body, { headers })), fastClock());
    return { port, isCancelled: () => isCancelled };
  }
  const request = { url: 'http://localhost:1', method: 'GET', headers: {} } as const;

  it('the client does not cancel a stream if the server ends the stream', async () => {
    const { port, isCancelled } = portOf((controller) => controller.close());
    expect(new TextDecoder().decode((await port(request)).body)).toContain('[DONE]');
    expect(isCancelled()).toBe(false);
  });

  it('the client cancels a stream if the server leaves it open after the last event', async () => {
    const { port, isCancelled } = portOf(() => undefined);
    expect(new TextDecoder().decode((await port(request)).body)).toContain('[DONE]');
    expect(isCancelled()).toBe(true);
  });
});
