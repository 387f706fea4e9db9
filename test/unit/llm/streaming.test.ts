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

/** Node's own fetch, which asks anywhere; and one that other origins are closed to, as a browser's often is. */
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

/** Whether each request asked for a stream. */
function asked({ server }: Pick<Started, 'server'>): boolean[] {
  return server.requests.map(({ body }) => typeof body === 'object' && body !== null && 'stream' in body && body.stream === true);
}

describe('an endpoint that other origins may ask', () => {
  it.each(['custom', 'openai', 'dashscope', 'ollama', 'lmstudio'] as const)('%s: streams, and counts the words as they come', async (as) => {
    const { server, model } = await startStreaming({ as });
    const words: number[] = [];
    const { draft: answer, tokens } = await model.draft(requestOf(), new AbortController().signal, (count) => words.push(count));
    expect(answer.actions).toHaveLength(2);
    expect(tokens).toBeGreaterThan(0);
    expect(asked({ server })).toEqual([true]);
    expect(words.at(-1)).toBeGreaterThan(20);
    expect(words).toEqual([...words].sort((one, other) => one - other));
  });

  it('gives the same draft as one that is asked for it whole', async () => {
    const { model, endpoint } = await startStreaming();
    const whole = connect(endpoint, nodeHttp, fastPorts());
    expect((await draft(model)).draft).toEqual((await draft(whole)).draft);
  });

  it.each<FaultName>(['slow-stream', 'slow'])('stops when it is called off: %s', async (fault) => {
    const controller = new AbortController();
    const { server, model } = await startStreaming({ fault });
    const work = model.draft(requestOf(), controller.signal, () => controller.abort()).catch((thrown: unknown) => thrown);
    if (fault === 'slow') {
      await expect.poll(() => server.requests.length).toBe(1);
      controller.abort();
    }
    expect(await work).toBeInstanceOf(Cancelled);
    await expect.poll(() => server.abandoned).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  it('stops the request when time is up', async () => {
    const { server, model } = await startStreaming({ fault: 'slow' }, open, { timeoutSeconds: 20 });
    expect((await failureOf(draft(model))).kind).toBe('llm-timeout');
    await expect.poll(() => server.abandoned).toBe(1);
  });

  it.each<[FaultName, FailureKind, number]>([
    ['reset-in-stream', 'llm-cut-off', 1],
    ['cut-stream', 'llm-cut-off', 1],
    ['reset-in-body', 'llm-cut-off', 1],
    ['stream-error', 'llm-too-long', 1],
    ['cut-off', 'llm-cut-off', 1],
    ['no-finish-reason', 'llm-cut-off', 1],
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
    expect((await failureOf(draft(model, `${CONTRACT}\n[7] ${'The parties agree on this. '.repeat(300)}`))).kind).toBe(kind);
    expect(server.requests).toHaveLength(requests);
  });

  it.each<[FaultName, FailureKind]>([
    ['stream-error', 'llm-too-long'],
    ['cut-stream', 'llm-cut-off'],
    ['reset-in-stream', 'llm-cut-off'],
    ['no-finish-reason', 'llm-cut-off'],
  ])("Ollama's own stream, %s: %s", async (fault, kind) => {
    const { server, model } = await startStreaming({ as: 'ollama', fault });
    expect((await failureOf(draft(model))).kind).toBe(kind);
    expect(server.requests).toHaveLength(1);
  });

  it('goes down the ladder on the way', async () => {
    const { server, model } = await startStreaming({ fault: 'refuse-json-mode' });
    await draft(model);
    expect(asked({ server })).toEqual([true, true, true]);
  });

  it.each<FaultName>(['no-stream', 'no-usage'])('is asked for whole answers once it is known for %s', async (fault) => {
    const { server, model, again } = await startStreaming({ fault });
    await draft(model);
    await draft(again());
    expect(asked({ server })[0]).toBe(true);
    expect(asked({ server }).at(-1)).toBe(false);
  });
});

describe('an endpoint that other origins may not ask', () => {
  it('is asked the other way, at once and from then on, also after a restart', async () => {
    const { server, model, endpoint, ports } = await startStreaming({}, closed);
    await draft(model);
    await draft(model);
    const restarted = connect(endpoint, nodeHttp, { ...ports, streaming: () => Promise.reject(new Error('it was tried again')) });
    await draft(restarted);
    expect(asked({ server })).toEqual([false, false, false]);
  });

  it('is tried anew after a month', async () => {
    const memory = deviceMemory();
    const { server, ports, endpoint } = await startStreaming({}, closed, {}, memory);
    await draft(connect(endpoint, nodeHttp, ports));
    const later = { ...ports.clock, now: () => Date.now() + 40 * 24 * 3_600_000 };
    await draft(connect(endpoint, nodeHttp, { ...ports, clock: later, streaming: open }));
    expect(asked({ server })).toEqual([false, true]);
  });

  it('keeps the answer of the other way, whatever it is', async () => {
    const { server, model, again } = await startStreaming({ fault: 'wrong-key' }, closed);
    expect((await failureOf(draft(model))).kind).toBe('llm-key-wrong');
    expect((await failureOf(draft(again()))).kind).toBe('llm-key-wrong');
    expect(asked({ server })).toEqual([false, false]);
  });
});

describe('an endpoint that never says whether other origins may ask', () => {
  it('is asked the other way by the next call, and not twice by one', async () => {
    const silent = fetchHttp((_, init) => new Promise((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    }));
    const { server, model, again } = await startStreaming({}, silent, { timeoutSeconds: 20 });
    expect((await failureOf(draft(model))).kind).toBe('llm-timeout');
    expect(server.requests).toHaveLength(0);
    await draft(again());
    expect(asked({ server })).toEqual([false]);
  });
});

describe('an endpoint that is not there', () => {
  it('is told from one that is closed to other origins: nothing is remembered', async () => {
    const memory = deviceMemory();
    const { server, model } = await startStreaming({ fault: 'refused' }, open, {}, memory);
    expect((await failureOf(draft(model))).kind).toBe('llm-unreachable');
    expect(server.requests).toHaveLength(0);
    expect(memory.kept.has('pdf-inbox-routes')).toBe(false);
  });

  it('and was there before is not taken for closed', async () => {
    const { server, model, again } = await startStreaming();
    await draft(model);
    server.setFault('reset-before-headers');
    expect((await failureOf(draft(again()))).kind).toBe('llm-unreachable');
    expect(asked({ server })).toEqual([true, true, false, false, false]);
    server.setFault('good');
    await draft(again());
    expect(asked({ server }).at(-1)).toBe(true);
  });
});
