import { describe, expect, it } from 'vitest';
import { connect } from '../../../../src/llm/connect';
import { rememberedRatio } from '../../../../src/llm/memory/remembered-ratio';
import type { DeviceMemory } from '../../../../src/llm/ports';
import { fastPorts } from '../../../endpoint/fast-ports';
import { nodeHttp } from '../../../endpoint/node-http';
import { draft, failureOf, start } from '../setup';

/** Creates a memory that stores JSON, as the device does. */
function memoryOf(
  start: Readonly<Record<string, unknown>> = {},
): DeviceMemory & { readonly kept: Map<string, string> } {
  const kept = new Map(Object.entries(start).map(([key, value]) => [key, JSON.stringify(value)]));
  return {
    kept,
    load: (key) => JSON.parse(kept.get(key) ?? 'null') as unknown,
    save: (key, value) => void kept.set(key, JSON.stringify(value)),
  };
}

/** A document that is long enough to be cut by some endpoints. */
const LONG = Array.from(
  { length: 120 },
  (_, index) => `[${index + 1}] 乙方应当按照本合同的约定及时、完整地履行其义务，并承担由此产生的费用。`,
).join('\n');

describe('the knowledge about a model', () => {
  it('a new connection uses the stored knowledge about its model, but not about another model', async () => {
    const { server, endpoint } = await start({ fault: 'refuse-json-mode' });
    const memory = memoryOf();
    const again = (model: string) => connect({ ...endpoint, model }, nodeHttp, { ...fastPorts(), memory });
    await draft(again('a'));
    expect(server.requests).toHaveLength(3);
    await draft(again('a'));
    expect(server.requests).toHaveLength(4);
    await draft(again('b'));
    expect(server.requests).toHaveLength(7);
  });

  it.each([[null], ['rubbish'], [[1]], [{ x: 1 }], [{ 'http://x m': { structured: 'yaml' } }]])(
    'the client ignores the invalid stored knowledge %j',
    async (stored) => {
      const { server, endpoint } = await start();
      await draft(
        connect(endpoint, nodeHttp, { ...fastPorts(), memory: memoryOf({ 'pdf-inbox-endpoints': stored }) }),
      );
      expect(server.requests).toHaveLength(1);
    },
  );

  it('the knowledge about models is limited to 40 entries', async () => {
    const { endpoint } = await start();
    const memory = memoryOf();
    for (let index = 0; index < 45; index += 1) {
      await draft(connect({ ...endpoint, model: `m${index}` }, nodeHttp, { ...fastPorts(), memory }));
    }
    const kept: unknown = memory.load('pdf-inbox-endpoints');
    expect(Object.keys(kept ?? {})).toHaveLength(40);
  });

  it('the knowledge about a model contains the ratio of counted to estimated tokens', async () => {
    const { endpoint } = await start();
    const memory = memoryOf();
    const model = connect(endpoint, nodeHttp, { ...fastPorts(), memory });
    expect(model.tokenRatio).toBeUndefined();
    await draft(model, LONG);
    // For each Han character, the server counts fewer tokens than the plugin estimates.
    expect(model.tokenRatio).toBeGreaterThan(0.5);
    expect(model.tokenRatio).toBeLessThan(1);
    expect(rememberedRatio(endpoint, memory)).toBe(model.tokenRatio);
    expect(rememberedRatio({ ...endpoint, model: 'another' }, memory)).toBeUndefined();
  });
});

describe('cut prompts', () => {
  it.each(['custom', 'ollama', 'lmstudio'] as const)(
    'the token count reveals that the endpoint %s has cut the prompt',
    async (as) => {
      const { server, model } = await start({ as, fault: 'prompt-cut' });
      const failure = await failureOf(draft(model, LONG));
      expect(failure).toMatchObject({ kind: 'llm-prompt-cut', passing: false });
      expect(failure.details['read']).toBeLessThan(Number(failure.details['sent']));
      expect(server.requests).toHaveLength(1);
    },
  );

  it('a cut prompt is also detected if the endpoint has counted an earlier prompt correctly', async () => {
    const { model } = await start({ fault: (number) => (number === 1 ? 'good' : 'prompt-cut') });
    await draft(model, LONG);
    expect((await failureOf(draft(model, LONG))).kind).toBe('llm-prompt-cut');
  });

  it('a short prompt is not judged as cut', async () => {
    const { model } = await start({ fault: 'prompt-cut' });
    await expect(draft(model, '[1] Short.')).resolves.toBeDefined();
  });
});
