import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/clock';
import { Cancelled } from '../../../src/failure';
import { connect } from '../../../src/llm/connect';
import { readExtraBody } from '../../../src/llm/extra-body';
import { isOwnHeaderName, withValues } from '../../../src/llm/own-headers';
import { RequestPace } from '../../../src/llm/request-pace';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import { draft, failureOf, KEY, start } from './setup';
import { emptyDraft } from '../digest/document';

const headers = { 'x-team': 'team-token-4711' };

describe("the user's headers", () => {
  it('the user can add X-Team or Authorization, but not Host, Cookie or an invalid header name', () => {
    for (const name of ['X-Team', 'cf-aig-authorization', 'api-version', 'Authorization', 'User-Agent'])
      expect(isOwnHeaderName(name), name).toBe(true);
    for (const name of [
      'Host',
      'Content-Length',
      'cookie',
      'Proxy-Authorization',
      'sec-fetch-mode',
      'Origin',
    ])
      expect(isOwnHeaderName(name), name).toBe(false);
    for (const name of ['', 'a b', 'a:b', 'a\r\nb', '\u00e4'])
      expect(isOwnHeaderName(name), name).toBe(false);
  });

  it.each(['openai', 'ollama'] as const)(
    'a request to %s contains the headers that the user added',
    async (as) => {
      const { server, model } = await start({ as }, { headers });
      await draft(model);
      expect(server.requests[0]?.headers).toMatchObject(headers);
    },
  );

  it('a header of the user is sent only if the plugin sends no header of the same name', async () => {
    const own = { authorization: 'Basic dXNlcjpwYXNz', 'content-type': 'text/plain' };
    const keyed = await start({ as: 'openai' }, { headers: own });
    await draft(keyed.model);
    expect(keyed.server.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
    });
    const open = await start({ as: 'custom' }, { headers: own, apiKey: null });
    await draft(open.model);
    expect(open.server.requests[0]?.headers).toMatchObject({ authorization: 'Basic dXNlcjpwYXNz' });
  });

  it.each(['', 'a\nb', '\u4e2d'])(
    'a draft fails before any request if a header of the user has the value %j',
    async (value) => {
      const secrets: Readonly<Record<string, string>> = { 'team-token': value };
      const own = withValues([{ name: 'X-Team', secret: 'team-token' }], (name) => secrets[name] ?? null);
      const { server, model } = await start({}, { headers: own });
      const failure = await failureOf(draft(model));
      expect([failure.kind, failure.details]).toMatchObject(['llm-header-value', { name: 'x-team' }]);
      expect(server.requests).toHaveLength(0);
    },
  );

  it('if the answer repeats the value of a header, the draft contains *** instead', async () => {
    const echo = `The token is ${headers['x-team']}.`;
    const { model } = await start(
      { digest: () => ({ ...emptyDraft, title: echo, summary: [{ text: echo, refs: [1] }] }) },
      { headers },
    );
    expect(JSON.stringify(await draft(model))).toContain('The token is ***.');
  });
});

describe('the extra body', () => {
  it('the extra body must be a JSON object without members that only the plugin may set', () => {
    expect(readExtraBody(' ')).toEqual({});
    expect(readExtraBody('{"top_p":0.5}')).toEqual({ top_p: 0.5 });
    expect(readExtraBody('{\u201ctop_p\u201d: 0.5}')).toEqual({ top_p: 0.5 });
    expect(readExtraBody('{"stop": "\u201d"}')).toEqual({ stop: '\u201d' });
    for (const text of [
      '[]',
      'null',
      '"a"',
      '{',
      '{"model":"m"}',
      '{"options":{"num_ctx":1}}',
      '{"stream":true}',
    ])
      expect(readExtraBody(text), text).toBeUndefined();
  });

  it('the extra body is added to the request and replaces optional parameters of the plugin', async () => {
    const extraBody = { top_p: 0.5, temperature: 0.9 };
    const { server, model } = await start({}, { extraBody });
    await draft(model);
    expect(server.requests[0]?.body).toMatchObject(extraBody);
  });

  it('the extra body can add options to the options that the plugin sends to Ollama', async () => {
    const { server, model, endpoint } = await start(
      { as: 'ollama' },
      { extraBody: { keep_alive: '10m', options: { top_k: 5 } } },
    );
    await draft(model);
    expect(server.requests[0]?.body).toMatchObject({
      keep_alive: '10m',
      options: { top_k: 5, num_ctx: endpoint.contextTokens },
    });
  });
});

/** Makes a clock that advances only while a caller waits. */
function idleClock(): Clock {
  let time = 1_000_000;
  return {
    now: () => time,
    set: (callback, ms) => {
      time += ms;
      queueMicrotask(callback);
      return 1;
    },
    clear: () => undefined,
  };
}

describe('the limit of requests per minute', () => {
  it('each address has its own limit of requests in every period of 60 seconds', async () => {
    const clock = idleClock();
    const pace = new RequestPace(clock);
    const began = clock.now();
    const timesAt = async (baseUrl: string, requestsPerMinute: number): Promise<readonly number[]> => {
      const times: number[] = [];
      for (let count = 0; count < 5; count += 1) {
        await pace.wait({ baseUrl, requestsPerMinute }, new AbortController().signal);
        times.push(clock.now() - began);
      }
      return times;
    };
    expect(await timesAt('https://a.example', 2)).toEqual([0, 0, 60_000, 60_000, 120_000]);
    expect(await timesAt('https://b.example', 0)).toEqual(Array(5).fill(120_000));
    expect(await timesAt('https://a.example', 1)).toEqual([180_000, 240_000, 300_000, 360_000, 420_000]);
  });

  it('the caller can cancel a request that waits because of the limit per minute', async () => {
    const { endpoint, server } = await start({}, { requestsPerMinute: 1 });
    const ports = fastPorts(0);
    const model = connect(endpoint, nodeHttp, ports);
    await draft(model);
    const cancelling = new AbortController();
    const second = draft(model, undefined, cancelling.signal);
    await expect.poll(() => ports.clock.waits).toContain(60_000);
    cancelling.abort();
    await expect(second).rejects.toThrow(Cancelled);
    expect(server.requests).toHaveLength(1);
  });
});
