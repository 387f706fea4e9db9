import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../../src/failure';
import { Cancelled } from '../../../src/failure';
import { connect } from '../../../src/llm/connect';
import type { Endpoint } from '../../../src/llm/endpoint';
import { fetchHttp } from '../../../src/llm/wire/fetch-http';
import type { CheckingModel } from '../../../src/llm/model';
import type { DeviceMemory, ModelPorts } from '../../../src/llm/ports';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import type { EndpointOptions, FaultName } from '../../endpoint/server';
import { CONTRACT, draft, failureOf, requestOf, start, type Started } from './setup';

/**
 * Ports that use Node's `fetch`, which ignores CORS. The second one fails like a browser's `fetch` for an
 * endpoint without CORS.
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
  const ports = { ...fastPorts(), streaming, memory };
  const again = (): CheckingModel => connect(endpoint, nodeHttp, ports);
  return { server, endpoint, ports, model: again(), again };
}

/** Returns for each request whether it asked for a stream, in order. */
function streamedOf({ server }: Pick<Started, 'server'>): boolean[] {
  return server.requests.map(
    ({ body }) => typeof body === 'object' && body !== null && 'stream' in body && body.stream === true,
  );
}

describe('an endpoint that allows cross-origin requests', () => {
  it.each(['custom', 'openai', 'dashscope', 'ollama', 'lmstudio'] as const)(
    '%s: streams and reports the words as they arrive',
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

  it('returns the same draft with and without streaming', async () => {
    const { model, endpoint } = await startStreaming();
    const whole = connect(endpoint, nodeHttp, fastPorts());
    expect((await draft(model)).draft).toEqual((await draft(whole)).draft);
  });

  it.each<FaultName>(['slow-stream', 'slow'])(
    'gets no further request and a closed connection when the caller cancels: %s',
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

  it('gets a closed connection after a timeout', async () => {
    const { server, model } = await startStreaming({ fault: 'slow' }, open, { timeoutSeconds: 20 });
    expect((await failureOf(draft(model))).kind).toBe('llm-timeout');
    await expect.poll(() => server.abandoned).toBe(1);
  });

  it.each<[FaultName, FailureKind, number]>([
    ['reset-in-stream', 'llm-cut-off', 1],
    // The request is sent once more, because the stream lost words.
    ['cut-stream', 'llm-cut-off', 2],
    ['reset-in-body', 'llm-cut-off', 1],
    ['stream-error', 'llm-too-long', 1],
    ['cut-off', 'llm-cut-off', 1],
    ['refusal', 'llm-refused', 1],
    ['filtered-answer', 'llm-content-filter', 1],
    ['prompt-cut', 'llm-prompt-cut', 1],
    ['ten-megabytes', 'llm-bad-answer', 1],
    ['wrong-key', 'llm-key-wrong', 1],
    ['content-filter', 'llm-content-filter', 1],
    ['html', 'llm-not-an-api', 1],
    ['server-error', 'llm-server', 4],
  ])('%s: %s after %i request(s)', async (fault, kind, requests) => {
    const { server, model } = await startStreaming({ fault });
    expect(
      (await failureOf(draft(model, `${CONTRACT}\n[7] ${'The parties agree on this. '.repeat(300)}`))).kind,
    ).toBe(kind);
    expect(server.requests).toHaveLength(requests);
  });

  it.each<[FaultName, FailureKind]>([
    ['stream-error', 'llm-too-long'],
    ['cut-stream', 'llm-cut-off'],
    ['reset-in-stream', 'llm-cut-off'],
  ])("Ollama's own stream, %s: %s", async (fault, kind) => {
    const { server, model } = await startStreaming({ as: 'ollama', fault });
    expect((await failureOf(draft(model))).kind).toBe(kind);
    expect(server.requests).toHaveLength(1);
  });

  it('gets streamed requests while the client steps down after refusals', async () => {
    const { server, model } = await startStreaming({ fault: 'refuse-json-mode' });
    await draft(model);
    expect(streamedOf({ server })).toEqual([true, true, true]);
  });

  it.each<FaultName>(['no-stream', 'no-usage'])('gets requests without streaming after %s', async (fault) => {
    const { server, model, again } = await startStreaming({ fault });
    await draft(model);
    await draft(again());
    expect(streamedOf({ server })[0]).toBe(true);
    expect(streamedOf({ server }).at(-1)).toBe(false);
  });
});

describe('an endpoint that forbids cross-origin requests', () => {
  it('gets whole requests at once and from then on, also after a restart', async () => {
    const { server, model, endpoint, ports } = await startStreaming({}, closed);
    await draft(model);
    await draft(model);
    const restarted = connect(endpoint, nodeHttp, {
      ...ports,
      streaming: () => Promise.reject(new Error('streaming was tried again')),
    });
    await draft(restarted);
    expect(streamedOf({ server })).toEqual([false, false, false]);
  });

  it('gets a streamed request again after a month', async () => {
    const memory = deviceMemory();
    const { server, ports, endpoint } = await startStreaming({}, closed, {}, memory);
    await draft(connect(endpoint, nodeHttp, ports));
    const later = { ...ports.clock, now: () => Date.now() + 40 * 24 * 3_600_000 };
    await draft(connect(endpoint, nodeHttp, { ...ports, clock: later, streaming: open }));
    expect(streamedOf({ server })).toEqual([false, true]);
  });

  it('has the outcome of the whole request, also when that fails', async () => {
    const { server, model, again } = await startStreaming({ fault: 'wrong-key' }, closed);
    expect((await failureOf(draft(model))).kind).toBe('llm-key-wrong');
    expect((await failureOf(draft(again()))).kind).toBe('llm-key-wrong');
    expect(streamedOf({ server })).toEqual([false, false]);
  });
});

describe('an endpoint that never answers preflight requests', () => {
  it('gets a whole request from the next call, but no second request in one call', async () => {
    const silent = fetchHttp(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    );
    const { server, model, again } = await startStreaming({}, silent, { timeoutSeconds: 20 });
    expect((await failureOf(draft(model))).kind).toBe('llm-timeout');
    expect(server.requests).toHaveLength(0);
    await draft(again());
    expect(streamedOf({ server })).toEqual([false]);
  });
});

describe('an unreachable endpoint', () => {
  it('is different from one without CORS: no route is stored', async () => {
    const memory = deviceMemory();
    const { server, model } = await startStreaming({ fault: 'refused' }, open, {}, memory);
    expect((await failureOf(draft(model))).kind).toBe('llm-unreachable');
    expect(server.requests).toHaveLength(0);
    expect(memory.kept.has('pdf-inbox-routes')).toBe(false);
  });

  it('keeps its streamed route if it was reachable before', async () => {
    const { server, model, again } = await startStreaming();
    await draft(model);
    server.setFault('reset-before-headers');
    expect((await failureOf(draft(again()))).kind).toBe('llm-unreachable');
    expect(streamedOf({ server })).toEqual([true, true, false, false, false]);
    server.setFault('good');
    await draft(again());
    expect(streamedOf({ server }).at(-1)).toBe(true);
  });
});
