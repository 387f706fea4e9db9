import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure, type FailureKind } from '../../../../src/failure';
import { azureBaseUrl, deploymentIn } from '../../../../src/llm/azure-address';
import { connect, listModels } from '../../../../src/llm/connect';
import type { HttpPort } from '../../../../src/llm/http';
import { asRecord } from '../../../../src/llm/record';
import { readMessage } from '../../../../src/llm/wire/anthropic-message';
import { messageOfStream } from '../../../../src/llm/wire/anthropic-stream';
import { fetchHttp } from '../../../../src/llm/wire/fetch-http';
import { fastPorts } from '../../../endpoint/fast-ports';
import { nodeHttp } from '../../../endpoint/node-http';
import type { FaultName } from '../../../endpoint/server';
import { event } from '../../../endpoint/streams';
import { runs } from '../../../runs';
import { draft, endpointOf, failureOf, KEY, start } from '../setup';

describe('a request to Anthropic', () => {
  it('a request to Anthropic has a key header, a version and a tool, but no temperature', async () => {
    const { server, model, endpoint } = await start({ as: 'anthropic' });
    expect((await draft(model)).draft.actions).toHaveLength(2);
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/messages');
    expect(request?.headers).toMatchObject({
      'x-api-key': KEY,
      'anthropic-version': '2023-06-01',
      'anthropic-dangerous-direct-browser-access': 'true',
    });
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(request?.body).toMatchObject({
      max_tokens: endpoint.maxOutputTokens,
      system: expect.stringContaining('json') as string,
      messages: [{ role: 'user' }],
      tools: [{ name: 'answer', input_schema: { type: 'object', additionalProperties: false } }],
      tool_choice: { type: 'tool', name: 'answer' },
    });
    expect(request?.body).not.toHaveProperty('temperature');
    expect(request?.body).not.toHaveProperty('response_format');
  });

  it.each(['', '/', '/v1', '/v1/', '/v1/messages', '/v1/models'])(
    'requests to Anthropic reach the API if the address ends with "%s"',
    async (end) => {
      const { server } = await start({ as: 'anthropic' });
      const endpoint = endpointOf('anthropic', `${server.url}${end}`);
      await draft(connect(endpoint, nodeHttp, fastPorts(1)));
      const { signal } = new AbortController();
      expect(await listModels(endpoint, nodeHttp, fastPorts(1), signal)).toContain('test-model');
      expect(server.requests.map(({ path }) => path)).toEqual(['/v1/messages']);
    },
  );

  it('if a model refuses a required tool call, later requests leave the tool call optional', async () => {
    const { server, model } = await start({ as: 'anthropic' }, { model: 'claude-sonnet-5-5' });
    expect((await draft(model)).draft.doc_type).toBe('contract');
    await draft(model);
    expect(server.requests.map(({ body }) => asRecord(asRecord(body)?.['tool_choice'])?.['type'])).toEqual([
      'tool',
      'auto',
      'auto',
    ]);
  });

  it('the extra body adds members to a request to Anthropic but cannot replace max_tokens', async () => {
    const extraBody = { thinking: { type: 'disabled' }, max_tokens: 1 };
    const { server, model, endpoint } = await start({ as: 'anthropic' }, { extraBody });
    await draft(model);
    expect(server.requests[0]?.body).toMatchObject({
      thinking: { type: 'disabled' },
      max_tokens: endpoint.maxOutputTokens,
    });
  });
});

describe('messages from Anthropic', () => {
  const usage = {
    input_tokens: 10,
    cache_read_input_tokens: 900,
    cache_creation_input_tokens: 90,
    output_tokens: 5,
  };

  it('readMessage returns the input of a tool as content, and counts cached tokens as prompt tokens', () => {
    const content = [
      { type: 'thinking', thinking: 'hm' },
      { type: 'text', text: 'Here it is.' },
      { type: 'tool_use', id: 't', name: 'answer', input: { ok: true } },
    ];
    expect(readMessage({ content, stop_reason: 'tool_use', model: 'm', usage })).toMatchObject({
      content: '{"ok":true}',
      thoughts: 'hm',
      model: 'm',
      usage: { prompt: 1000, completion: 5 },
    });
  });

  it('the content of a message is its text if no tool was called', () => {
    const content = [
      { type: 'text', text: '{"ok":' },
      { type: 'text', text: 'true}' },
    ];
    expect(readMessage({ content, stop_reason: 'end_turn' })).toMatchObject({
      content: '{"ok":true}',
      finish: 'stop',
    });
  });

  it.each([
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['refusal', 'refusal'],
    ['stop_sequence', 'stop'],
    [null, 'none'],
  ])('a message with the stop reason %s has the finish reason %s', (stop_reason, finish) => {
    expect(readMessage({ content: [], stop_reason }).finish).toBe(finish);
  });

  it.each([{}, { choices: [] }, { content: 'text' }, null, 'text'])(
    'readMessage throws a failure for the body %j',
    (body) => {
      expect(() => readMessage(body)).toThrow(Failure);
    },
  );
});

describe('message streams', () => {
  it('the stream gives the whole message, however the message is cut into events', () => {
    const part = fc.string({ maxLength: 8 });
    const block = fc.record({ type: fc.constantFrom('text', 'thinking', 'tool'), parts: fc.array(part) });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (list) => {
        const data: readonly Record<string, unknown>[] = [
          { type: 'message_start', message: { model: 'm', content: [], usage: { input_tokens: 7 } } },
          ...list.flatMap(({ type, parts }, index) => [
            { type: 'content_block_start', index, content_block: BEGUN[type] },
            ...parts.map((text) => ({ type: 'content_block_delta', index, delta: deltaOf(type, text) })),
            { type: 'content_block_stop', index },
          ]),
          { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 3 } },
          { type: 'message_stop' },
        ];
        const body = messageOfStream(data.map((one) => event(one, String(one['type']))).join(''));
        const wholeOf = (type: string): string[] =>
          list.filter((one) => one.type === type).map(({ parts }) => parts.join(''));
        expect(readMessage(body)).toEqual({
          content: wholeOf('tool')[0] ?? wholeOf('text').join(''),
          thoughts: wholeOf('thinking').join(''),
          finish: 'stop',
          refusal: '',
          model: 'm',
          usage: { prompt: 7, completion: 3 },
        });
      }),
      { numRuns: runs(100, 10_000) },
    );
  });

  const BEGUN: Readonly<Record<string, unknown>> = {
    text: { type: 'text', text: '' },
    thinking: { type: 'thinking', thinking: '' },
    tool: { type: 'tool_use', id: 't', name: 'answer', input: {} },
  };

  function deltaOf(type: string, text: string): unknown {
    if (type === 'text') return { type: 'text_delta', text };
    if (type === 'thinking') return { type: 'thinking_delta', thinking: text };
    return { type: 'input_json_delta', partial_json: text };
  }

  it('messageOfStream returns the error that a stream contains', () => {
    const error = { type: 'overloaded_error', message: 'Overloaded' };
    expect(messageOfStream(event({ type: 'error', error }, 'error'))).toEqual({ type: 'error', error });
  });

  it.each<[FaultName, FailureKind]>([
    ['cut-stream', 'llm-cut-off'],
    ['only-keep-alive', 'llm-server'],
  ])('a stream with the fault %s leads to a failure of the kind %s', async (fault, kind) => {
    const { endpoint } = await start({ as: 'anthropic', fault });
    const streaming = fetchHttp((url, init) => fetch(url, init));
    const model = connect(endpoint, nodeHttp, { ...fastPorts(1), streaming });
    expect((await failureOf(draft(model))).kind).toBe(kind);
  });
});

describe('a request to Azure', () => {
  it('a request to Azure contains the header api-key and an API version', async () => {
    const { server, model } = await start({ as: 'azure' });
    expect((await draft(model)).draft.actions).toHaveLength(2);
    const [request] = server.requests;
    expect(request?.path).toBe('/openai/deployments/digests/chat/completions');
    expect(request?.query).toMatch(/^\?api-version=\d{4}-\d\d-\d\d$/);
    expect(request?.headers).toMatchObject({ 'api-key': KEY });
    expect(request?.headers).not.toHaveProperty('authorization');
  });

  it.each([
    ['https://r.openai.azure.com', 'https://r.openai.azure.com/openai/v1'],
    ['https://r.openai.azure.com/openai?api-version=1', 'https://r.openai.azure.com/openai/v1'],
    ['https://r.openai.azure.com/openai/v1', 'https://r.openai.azure.com/openai/v1'],
    [
      'https://r.openai.azure.com/openai/deployments/d?api-version=2025-01-01-preview',
      'https://r.openai.azure.com/openai/deployments/d?api-version=2025-01-01-preview',
    ],
    ['https://proxy.example/azure', 'https://proxy.example/azure'],
  ])('azureBaseUrl derives the base URL from the address %s', (entered, address) => {
    expect(azureBaseUrl(entered)).toBe(address);
  });

  it('deploymentIn returns the deployment in an Azure address, or an empty text if there is none', () => {
    const pasted = 'https://r.openai.azure.com/openai/deployments/gpt-x/chat/completions?api-version=1';
    expect(deploymentIn(pasted)).toBe('gpt-x');
    expect(deploymentIn('https://r.openai.azure.com')).toBe('');
  });
});

it('the model list of GitHub is requested from its catalog, not from the path for completions', async () => {
  const { endpoint } = await start({ as: 'github' });
  const urls: string[] = [];
  const recording: HttpPort = (request) => {
    urls.push(new URL(request.url).pathname);
    return nodeHttp(request);
  };
  const { signal } = new AbortController();
  expect(await listModels(endpoint, recording, fastPorts(1), signal)).toContain('test-model');
  expect(urls).toEqual(['/catalog/models']);
});
