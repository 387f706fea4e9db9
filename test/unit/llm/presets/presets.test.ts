import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../../../src/failure';
import { connect, listModels, testConnection } from '../../../../src/llm/connect';
import { PRESETS, PROVIDERS, type EndpointId } from '../../../../src/llm/presets/presets';
import { WIRES } from '../../../../src/llm/presets/wires';
import { fastPorts } from '../../../endpoint/fast-ports';
import { nodeHttp } from '../../../endpoint/node-http';
import { PROFILES } from '../../../endpoint/profiles';
import type { ErrorName } from '../../../endpoint/vendor-errors';
import type { FaultName } from '../../../endpoint/server';
import { draft, failureOf, KEY, start } from '../setup';

const endpoints = Object.keys(PROFILES).filter((id): id is EndpointId => Object.hasOwn(PRESETS, id));

/** The expected failure for each error that vendors report in their own formats. */
const meanings: Readonly<Record<ErrorName, FailureKind>> = {
  'wrong-key': 'llm-key-wrong',
  'no-balance': 'llm-no-balance',
  'unknown-model': 'llm-model-unknown',
  'rate-limit': 'llm-rate-limit',
  'daily-quota': 'llm-daily-quota',
  'content-filter': 'llm-content-filter',
  'too-long': 'llm-too-long',
  'server-error': 'llm-server',
};
const errorNames = Object.keys(meanings).filter((name): name is ErrorName => Object.hasOwn(meanings, name));

/**
 * True when the vendor has its own API or its own header for the key. Such an endpoint cannot be used as a
 * custom endpoint.
 */
function hasOwnForm(id: EndpointId): boolean {
  return WIRES[id].api === 'anthropic' || WIRES[id].keyHeader !== 'authorization';
}

describe('presets', () => {
  it('the list of providers consists of the presets and `offline`', () => {
    expect([...PROVIDERS].sort()).toEqual(['offline', ...Object.keys(PRESETS)].sort());
    for (const [id, preset] of Object.entries(PRESETS)) expect(preset.id).toBe(id);
  });
});

describe.each(endpoints)('the endpoint %s', (as) => {
  it('one request to the endpoint is enough for a digest', async () => {
    const { server, model } = await start({ as });
    const { draft: answer, tokens } = await draft(model);
    expect(answer).toMatchObject({ doc_type: 'contract', language: 'zh-CN' });
    expect(answer.actions.map((action) => action.due.date)).toContain('2026-03-15');
    expect(tokens).toBeGreaterThan(100);
    expect(server.requests).toHaveLength(1);
  });

  it.each(errorNames)('the error %s becomes the expected kind of failure', async (fault) => {
    const { server, model } = await start({ as, fault });
    const failure = await failureOf(draft(model));
    expect(failure.kind).toBe(meanings[fault]);
    expect(server.requests).toHaveLength(failure.passing ? 4 : 1);
  });

  it.skipIf(hasOwnForm(as))('the endpoint also works as a custom endpoint', async () => {
    const { endpoint } = await start({ as });
    const custom = connect({ ...endpoint, provider: 'custom', apiKey: KEY }, nodeHttp, fastPorts());
    expect((await draft(custom)).draft.doc_type).toBe('contract');
  });

  it('the endpoint passes the connection test and lists its models', async () => {
    const { server, endpoint } = await start({ as });
    const signal = new AbortController().signal;
    const tested = await testConnection(endpoint, nodeHttp, fastPorts(), signal);
    expect(tested.model).toBe(endpoint.model);
    expect(server.requests).toHaveLength(1);
    expect(await listModels(endpoint, nodeHttp, fastPorts(), signal)).toContain('test-model');
  });
});

describe('a vendor’s fault', () => {
  it.each<[EndpointId, FaultName, number]>([
    ['dashscope', 'only-stream', 2],
    ['deepseek', 'keep-alive-padding', 1],
    ['siliconflow', 'refuse-parameters', 3],
    ['openrouter', 'refuse-schema', 2],
    ['gemini', 'refuse-parameters', 3],
    ['lmstudio', 'reasoning-only', 1],
    ['ollama', 'reasoning-only', 1],
  ])('if the endpoint %s has the fault %s, the draft takes %i requests', async (as, fault, requests) => {
    const { server, model } = await start({ as, fault });
    expect((await draft(model)).draft.doc_type).toBe('contract');
    expect(server.requests).toHaveLength(requests);
  });

  it.each<[EndpointId, FaultName, FailureKind]>([
    ['openrouter', 'stream-error-midway', 'llm-server'],
    ['lmstudio', 'stream-error', 'llm-too-long'],
    ['ollama', 'stream-error', 'llm-too-long'],
    ['zhipu', 'sensitive-answer', 'llm-content-filter'],
    ['deepseek', 'empty-content', 'llm-bad-answer'],
    ['siliconflow', 'error-in-200', 'llm-no-balance'],
    ['openrouter', 'error-in-200', 'llm-no-balance'],
    ['zhipu', 'error-in-200', 'llm-no-balance'],
  ])('if the endpoint %s has the fault %s, the kind of failure is %s', async (as, fault, kind) => {
    const { model } = await start({ as, fault });
    expect((await failureOf(draft(model))).kind).toBe(kind);
  });
});

describe('the parameters of a request', () => {
  it('a request to dashscope selects JSON mode and disables thinking', async () => {
    const { server, model } = await start({ as: 'dashscope' });
    await draft(model);
    expect(server.requests[0]?.body).toMatchObject({
      enable_thinking: false,
      response_format: { type: 'json_object' },
    });
  });

  it('a request to openai has a strict schema and `max_completion_tokens`, but no temperature', async () => {
    const { server, model } = await start({ as: 'openai' });
    await draft(model);
    const body = server.requests[0]?.body;
    expect(body).toMatchObject({
      max_completion_tokens: 8000,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
    expect(body).not.toHaveProperty('temperature');
    expect(body).not.toHaveProperty('max_tokens');
  });

  it('a request to ollama sends a schema and the context size to the native API', async () => {
    const { server, model } = await start({ as: 'ollama' });
    await draft(model);
    expect(server.requests[0]?.path).toBe('/api/chat');
    expect(server.requests[0]?.body).toMatchObject({
      truncate: false,
      think: false,
      options: { num_ctx: 16_384 },
      format: { type: 'object', additionalProperties: false },
    });
  });

  it('a request offers the model no tools', async () => {
    const { server, model } = await start({ as: 'openai' });
    await draft(model);
    expect(server.requests[0]?.body).not.toHaveProperty('tools');
  });
});
