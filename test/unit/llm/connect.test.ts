import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Cancelled, Failure } from '../../../src/failure';
import { BadAnswer } from '../../../src/llm/answer/answer';
import { connect, testConnection } from '../../../src/llm/connect';
import { fastPorts } from '../../endpoint/fast-ports';
import { FAULTS, isFaultName } from '../../endpoint/faults';
import { nodeHttp } from '../../endpoint/node-http';
import { acceptedKeys, startEndpoint, type FaultName } from '../../endpoint/server';
import { draft, endpointOf, failureOf, KEY, start } from './setup';

const notAborted = new AbortController().signal;

/** Returns all text that a value contains, also in its hidden fields, causes and stacks. */
function allOf(value: unknown): string {
  return inspect(value, { depth: 12, showHidden: true, maxStringLength: null }) + JSON.stringify(value);
}

describe('the API key', () => {
  it.each(
    Object.keys(FAULTS)
      .filter(isFaultName)
      .filter((name) => name !== 'good'),
  )('after the fault %s, the API key is in the Authorization header and nowhere else', async (fault) => {
    const { server, model } = await start({ as: 'openai', fault }, { silenceSeconds: 20 });
    const outcome = await draft(model).catch((thrown: unknown) => thrown);
    expect(allOf(outcome)).not.toContain(KEY);
    for (const { headers, body, path } of server.requests) {
      const { authorization, ...others } = headers;
      expect(authorization).toBe(`Bearer ${KEY}`);
      expect(allOf([others, body, path])).not.toContain(KEY);
    }
  });

  it('a call fails before any request if the vendor requires a key and the key is missing', async () => {
    const { server, model } = await start({ as: 'openai' }, { apiKey: ' ' });
    expect((await failureOf(draft(model))).kind).toBe('llm-key-missing');
    expect(server.requests).toHaveLength(0);
  });

  it('an API key that a header cannot contain counts as wrong', async () => {
    const { server, model } = await start({ as: 'openai' }, { apiKey: 'sk-\r\nx: y密' });
    const failure = await failureOf(draft(model));
    expect(failure.kind).toBe('llm-key-wrong');
    expect(server.requests).toHaveLength(0);
  });

  it('a call works without an API key if the vendor requires none', async () => {
    const { server, model } = await start({ as: 'ollama' });
    await draft(model);
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('requests', () => {
  it('a request has no header that gateways refuse', async () => {
    const { server, model } = await start({ as: 'openai' });
    await draft(model);
    const names = Object.keys(server.requests[0]?.headers ?? {});
    expect(names.filter((name) => /stainless|user-agent|openai/.test(name))).toEqual([]);
    expect(names.sort()).toEqual([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  it('requests go to the same URL for every spelling of the base URL', async () => {
    const server = await startEndpoint();
    for (const typed of [`${server.url}/`, ` ${server.url}`, `${server.url}/chat/completions`]) {
      await draft(connect(endpointOf('custom', typed), nodeHttp, fastPorts()));
    }
    expect(new Set(server.requests.map((request) => request.path))).toEqual(
      new Set(['/v1/chat/completions']),
    );
    await server.close();
  });

  it.each(['', 'word', 'ftp://x', 'not a url'])(
    'the base URL "%s" counts as an invalid address',
    async (baseUrl) => {
      const model = connect(endpointOf('custom', baseUrl), nodeHttp, fastPorts());
      expect((await failureOf(draft(model))).kind).toBe('llm-address-invalid');
    },
  );

  it('a call fails before any request if no model is named', async () => {
    const { server, model } = await start({}, { model: ' ' });
    expect((await failureOf(draft(model))).kind).toBe('llm-model-unknown');
    expect(server.requests).toHaveLength(0);
  });
});

describe('refused fields', () => {
  it('a call omits a field that the endpoint refused in an earlier call', async () => {
    const { server, model } = await start({ fault: 'refuse-json-mode' });
    await draft(model);
    await draft(model);
    expect(server.requests).toHaveLength(4);
    expect(server.requests[3]?.body).not.toHaveProperty('response_format');
  });

  it('the client omits a refused field, but still sends the schema of the answer', async () => {
    const { server, model } = await start({ as: 'openrouter', fault: 'refuse-parameters' });
    await draft(model);
    const body = server.requests.at(-1)?.body;
    expect(body).not.toHaveProperty('temperature');
    expect(body).toMatchObject({ response_format: { type: 'json_schema' } });
  });

  it('the client sends `max_completion_tokens` if the endpoint refuses `max_tokens`', async () => {
    const { server, endpoint } = await start({ as: 'openai' });
    await draft(connect({ ...endpoint, provider: 'custom' }, nodeHttp, fastPorts()));
    expect(server.requests.at(-1)?.body).toMatchObject({ max_completion_tokens: endpoint.maxOutputTokens });
    expect(server.requests.at(-1)?.body).not.toHaveProperty('max_tokens');
  });
});

describe('invalid answers', () => {
  it('the client sends an invalid answer back once and states what is wrong with the answer', async () => {
    const { server, model } = await start({ fault: (number) => (number === 1 ? 'prose' : 'good') });
    const { draft: answer, tokens } = await draft(model);
    expect(answer.actions).toHaveLength(2);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.body).toMatchObject({
      messages: [
        { role: 'system' },
        { role: 'user' },
        { role: 'assistant' },
        { role: 'user', content: expect.stringContaining('no complete JSON') as unknown },
      ],
    });
    expect(tokens).toBeGreaterThan(0);
  });

  it('an invalid answer is in the property `answer` of the error, but not in `details`', async () => {
    const { model } = await start({ fault: 'prose' });
    const failure = await failureOf(draft(model));
    expect(failure).toBeInstanceOf(BadAnswer);
    expect(failure instanceof BadAnswer && failure.answer).toContain('contract between two parties');
    expect(JSON.stringify(failure.details)).not.toContain('contract');
  });
});

describe('retries', () => {
  it('the client waits before a retry as long as the endpoint requests', async () => {
    const { model, server, clock } = await start({
      fault: (number) => (number === 1 ? 'rate-limit-2s' : 'good'),
    });
    await draft(model);
    expect(server.requests).toHaveLength(2);
    expect(clock.waits).toContain(2000);
  });

  it('if the endpoint requests a pause of one hour, the failure states the pause', async () => {
    const { model } = await start({ fault: 'rate-limit-1h' });
    expect((await failureOf(draft(model))).details).toMatchObject({ status: 429, retryAfterSeconds: 3600 });
  });

  it('each pause before a retry is random within limits that double', async () => {
    const { model, clock } = await start({ fault: 'server-error' });
    await failureOf(draft(model));
    const pauses = clock.waits.filter((ms) => ms < 100_000);
    expect(pauses).toHaveLength(3);
    pauses.forEach((ms, index) => {
      expect(ms).toBeGreaterThanOrEqual(500 * 2 ** index);
      expect(ms).toBeLessThanOrEqual(1000 * 2 ** index);
    });
  });

  it('the connection test makes no retries', async () => {
    const { server, endpoint } = await start({ fault: 'server-error' });
    const failure = await failureOf(testConnection(endpoint, nodeHttp, fastPorts(), notAborted));
    expect(failure.kind).toBe('llm-server');
    expect(server.requests).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it.each(['slow', 'rate-limit'] as const)(
    'a cancelled call sends no further request during the fault %s',
    async (fault) => {
      const controller = new AbortController();
      const abortAndAnswer = (): FaultName => {
        controller.abort();
        return fault;
      };
      const { server, model } = await start({ fault: abortAndAnswer });
      const outcome = await draft(model, undefined, controller.signal).catch((thrown: unknown) => thrown);
      expect(outcome).toBeInstanceOf(Cancelled);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('a call sends no request if the caller has cancelled before the start', async () => {
    const { server, model } = await start();
    const work = draft(model, undefined, AbortSignal.abort()).catch((thrown: unknown) => thrown);
    expect(await work).toBeInstanceOf(Cancelled);
    expect(server.requests).toHaveLength(0);
  });
});

describe('failures', () => {
  it('a failure has the details that its message needs', async () => {
    const { model, endpoint } = await start({ as: 'openai', fault: 'unknown-model' });
    const failure = await failureOf(draft(model));
    expect(failure.details).toEqual({
      host: new URL(endpoint.baseUrl).host,
      model: endpoint.model,
      status: 404,
      code: 'model_not_found',
    });
  });

  it('a failure of TLS does not count as an unreachable host', async () => {
    const refuse = async (): Promise<never> => Promise.reject(new Error('net::ERR_CERT_AUTHORITY_INVALID'));
    const failure = await failureOf(
      draft(connect(endpointOf('openai', 'https://x.invalid'), refuse, fastPorts())),
    );
    expect(failure).toBeInstanceOf(Failure);
    expect(failure.kind).toBe('llm-tls');
  });
});

it.each(['custom', 'ollama'] as const)(
  '`acceptedKeys` states whether the test endpoint %s needs a key',
  async (as) => {
    const server = await startEndpoint({ as });
    const { ok } = await fetch(`${server.url}/models`);
    await server.close();
    expect(acceptedKeys(as, undefined).includes('none')).toBe(ok);
  },
);
