import { describe, expect, it } from 'vitest';
import { Calls } from '../../../../src/workers/endpoint/calls';
import type { Call, CallResult } from '../../../../src/workers/endpoint/protocol';
import type { Endpoint } from '../../../../src/llm/endpoint';
import { fastPorts } from '../../../endpoint/fast-ports';
import { nodeHttp } from '../../../endpoint/node-http';
import { READING, requestOf, start } from '../../llm/setup';

const never = new AbortController().signal;
const events = { onWords: () => undefined, image: () => Promise.reject(new Error('There is no image.')) };

/** The worker's calls over a store in memory. */
function worker(): { readonly calls: Calls; readonly kept: Map<string, string>; readonly spent: number[] } {
  const kept = new Map<string, string>();
  const spent: number[] = [];
  const store = {
    get: (key: string) => Promise.resolve(kept.get(key)),
    put: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
    delete: (keys: readonly string[]) => Promise.resolve(keys.forEach((key) => void kept.delete(key))),
  };
  const onTokens = (tokens: number): void => void spent.push(tokens);
  return { kept, spent, calls: new Calls({ http: nodeHttp, model: fastPorts(), store, onTokens }) };
}

function allCalls(endpoint: Endpoint): readonly Call[] {
  const to = { id: 1, endpoint };
  const reader = { id: 2, endpoint: { ...endpoint, model: 'another' } };
  return [
    { type: 'draft', to, request: requestOf() },
    { type: 'check', to: reader, request: READING },
    { type: 'correct', to, request: READING },
  ];
}

describe('the calls of the worker', () => {
  it('are answered, counted and kept, each by the model it is for', async () => {
    const { server, endpoint } = await start();
    const { calls, kept, spent } = worker();
    const results: CallResult[] = [];
    for (const call of allCalls(endpoint)) results.push(await calls.make(call, never, events));
    expect(results).toMatchObject([
      { type: 'draft' },
      { type: 'check', answer: { verdicts: [{ n: 1 }, { n: 2 }, { n: 3 }] } },
      { type: 'correct', answer: { corrections: [{ n: 1 }, { n: 2 }, { n: 3 }] } },
    ]);
    expect(server.requests.map(({ asked, body }) => [asked, (body as { model: string }).model])).toEqual([
      ['digest', endpoint.model], ['reading', 'another'], ['correction', endpoint.model],
    ]);
    for (const call of allCalls(endpoint)) await calls.make(call, never, events);
    expect(server.requests).toHaveLength(3);
    expect({ kept: kept.size, spent: spent.length }).toEqual({ kept: 3, spent: 3 });
  });

  it('are forgotten party by party', async () => {
    const { endpoint } = await start();
    const { calls, kept } = worker();
    const all = allCalls(endpoint);
    for (const call of all) await calls.make(call, never, events);
    await calls.make({ type: 'release', to: { id: 2, endpoint } }, never, events);
    expect(kept.size).toBe(2);
    await calls.make({ type: 'release', to: { id: 1, endpoint } }, never, events);
    expect(kept.size).toBe(0);
  });
});
