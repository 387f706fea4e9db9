import { describe, expect, it } from 'vitest';
import { endpointCalls } from '../../../../src/workers/endpoint/calls';
import type { EndpointContract } from '../../../../src/workers/endpoint/protocol';
import type { Program } from '../../../../src/workers/rpc/contract';
import type { Endpoint } from '../../../../src/llm/endpoint';
import { fastPorts } from '../../../endpoint/fast-ports';
import { nodeHttp } from '../../../endpoint/node-http';
import { sendable } from '../../redact/sendable';
import { READING, requestOf, start } from '../../llm/setup';

type Calls = Program<EndpointContract['calls']>;

const caller = {
  signal: new AbortController().signal,
  report: () => undefined,
  ask: () => Promise.reject(new Error('The worker sent a question.')),
};

function worker(): { readonly calls: Calls; readonly kept: Map<string, string>; readonly spent: number[] } {
  const kept = new Map<string, string>();
  const spent: number[] = [];
  const store = {
    get: (key: string) => Promise.resolve(kept.get(key)),
    put: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
    delete: (keys: readonly string[]) => Promise.resolve(keys.forEach((key) => void kept.delete(key))),
  };
  const onTokens = (tokens: number): void => void spent.push(tokens);
  return { kept, spent, calls: endpointCalls({ http: nodeHttp, model: fastPorts(), store, onTokens }) };
}

async function makeAll(calls: Calls, endpoint: Endpoint): Promise<readonly unknown[]> {
  const to = { id: 1, endpoint };
  const reader = { id: 2, endpoint: { ...endpoint, model: 'another' } };
  return [
    await calls.draft({ to, request: sendable(requestOf()) }, caller),
    await calls.check({ to: reader, request: sendable(READING) }, caller),
    await calls.correct({ to, request: sendable(READING) }, caller),
  ];
}

describe('the calls of the worker', () => {
  it('for each call, the requested model is asked, tokens are counted, and the answer is cached', async () => {
    const { server, endpoint } = await start();
    const { calls, kept, spent } = worker();
    expect(await makeAll(calls, endpoint)).toMatchObject([
      { draft: {} },
      { verdicts: [{ n: 1 }, { n: 2 }, { n: 3 }] },
      { corrections: [{ n: 1 }, { n: 2 }, { n: 3 }] },
    ]);
    expect(
      server.requests.map(({ requestKind, body }) => [requestKind, (body as { model: string }).model]),
    ).toEqual([
      ['digest', endpoint.model],
      ['reading', 'another'],
      ['correction', endpoint.model],
    ]);
    await makeAll(calls, endpoint);
    expect(server.requests).toHaveLength(3);
    expect({ kept: kept.size, spent: spent.length }).toEqual({ kept: 3, spent: 3 });
  });

  it('`release` deletes the cached answers of only one model', async () => {
    const { endpoint } = await start();
    const { calls, kept } = worker();
    await makeAll(calls, endpoint);
    await calls.release({ to: { id: 2, endpoint } }, caller);
    expect(kept.size).toBe(2);
    await calls.release({ to: { id: 1, endpoint } }, caller);
    expect(kept.size).toBe(0);
  });
});
