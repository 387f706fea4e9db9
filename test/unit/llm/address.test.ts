import { describe, expect, it } from 'vitest';
import { connect, listModels } from '../../../src/llm/connect';
import { azureBaseUrl } from '../../../src/llm/azure-address';
import { toBaseUrl } from '../../../src/llm/base-url';
import { otherBases } from '../../../src/llm/other-bases';
import { fetchHttp } from '../../../src/llm/wire/fetch-http';
import type { ModelPorts } from '../../../src/llm/ports';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import type { FaultName } from '../../endpoint/server';
import { draft, failureOf, KEY, start, type Started } from './setup';

/** Starts a server that has its API only below `/v1`. All other paths answer with `faultElsewhere`. */
function below(faultElsewhere: FaultName, faultBelow: FaultName = 'good'): Promise<Started> {
  return start({
    modelsAt: '/v1/',
    fault: (_, { path }) => (path.startsWith('/v1/') ? faultBelow : faultElsewhere),
  });
}

function withMemory(): ModelPorts {
  const kept = new Map<string, unknown>();
  return {
    ...fastPorts(),
    memory: { load: (key) => kept.get(key), save: (key, value) => void kept.set(key, value) },
  };
}

function pathsOf({ server }: Pick<Started, 'server'>): readonly string[] {
  return server.requests.map(({ path }) => path);
}

describe('missing versions', () => {
  it.each<FaultName>(['no-such-path', 'not-found-page', 'html', 'no-choices', 'method-not-allowed'])(
    'after the response %s, the plugin adds /v1 to the base URL of this call and all later ones',
    async (fault) => {
      const { server, endpoint } = await below(fault);
      const ports = withMemory();
      const root = { ...endpoint, baseUrl: new URL(endpoint.baseUrl).origin };
      await draft(connect(root, nodeHttp, ports));
      await draft(connect(root, nodeHttp, ports));
      expect(pathsOf({ server })).toEqual([
        '/chat/completions',
        '/v1/chat/completions',
        '/v1/chat/completions',
      ]);
      expect(await listModels(root, nodeHttp, ports, new AbortController().signal)).toContain('test-model');
    },
  );

  it('the plugin also adds /v1 to the base URL of a streaming call', async () => {
    const { server, endpoint } = await below('no-such-path');
    const ports = { ...withMemory(), streaming: fetchHttp((url, init) => fetch(url, init)) };
    await draft(connect({ ...endpoint, baseUrl: new URL(endpoint.baseUrl).origin }, nodeHttp, ports));
    expect(pathsOf({ server })).toEqual(['/chat/completions', '/v1/chat/completions']);
    expect(server.requests[1]?.body).toMatchObject({ stream: true });
  });

  it('a call throws the failure that the API below /v1 reports', async () => {
    const { endpoint } = await below('no-such-path', 'wrong-key');
    const failure = await failureOf(
      draft(connect({ ...endpoint, baseUrl: new URL(endpoint.baseUrl).origin }, nodeHttp, fastPorts())),
    );
    expect(failure.kind).toBe('llm-key-wrong');
  });

  it('a call throws the failure of the entered address if there is no API below /v1 either', async () => {
    const { server, endpoint } = await below('no-such-path', 'html');
    const failure = await failureOf(
      draft(connect({ ...endpoint, baseUrl: new URL(endpoint.baseUrl).origin }, nodeHttp, fastPorts())),
    );
    expect(failure).toMatchObject({ kind: 'llm-not-an-api', details: { status: 404 } });
    expect(server.requests).toHaveLength(2);
  });
});

describe('wrong paths', () => {
  const at = (path: string): Promise<Started> =>
    start({
      modelsAt: `${path}/`,
      fault: (_, request) => (request.path.startsWith(`${path}/chat`) ? 'good' : 'method-not-allowed'),
    });

  it.each([
    // Open WebUI has its API below /api.
    ['', '/api'],
    // LM Studio and Ollama have their native APIs below /api, and the API that the plugin needs below /v1.
    ['/api/v1', '/v1'],
    ['/api', '/v1'],
    // Other servers have the API one level below the entered address.
    ['/api', '/api/v1'],
    ['/proxy', '/proxy/v1'],
  ])(
    'a base URL with the path "%s" leads the first and all later calls to the API at "%s"',
    async (entered, path) => {
      const { server, endpoint } = await at(path);
      const ports = withMemory();
      const given = { ...endpoint, baseUrl: `${new URL(endpoint.baseUrl).origin}${entered}` };
      await draft(connect(given, nodeHttp, ports));
      const before = server.requests.length;
      await draft(connect(given, nodeHttp, ports));
      expect(pathsOf({ server }).slice(before - 1)).toEqual([
        `${path}/chat/completions`,
        `${path}/chat/completions`,
      ]);
      expect(await listModels(given, nodeHttp, ports, new AbortController().signal)).toContain('test-model');
    },
  );

  it('the plugin does not find an API at an unusual path', async () => {
    const { server, endpoint } = await at('/elsewhere');
    const origin = new URL(endpoint.baseUrl).origin;
    await failureOf(draft(connect({ ...endpoint, baseUrl: origin }, nodeHttp, fastPorts())));
    expect(pathsOf({ server })).toEqual(['/chat/completions', '/v1/chat/completions']);
  });
});

describe('otherBases', () => {
  it.each([
    ['https://openrouter.ai', ['/v1', '/api/v1', '/api']],
    ['https://generativelanguage.googleapis.com', ['/v1', '/v1beta/openai', '/api']],
    ['https://open.bigmodel.cn', ['/v1', '/api/paas/v4', '/api']],
    ['https://a.example', ['/v1', '/api']],
    ['https://a.example/x', ['/x/v1']],
    ['https://a.example/v1', []],
    ['https://a.example/api', ['/api/v1', '/v1']],
    ['https://a.example/api/v1', ['/v1']],
    ['not an address', []],
  ])('after the base URL "%s", the plugin tries the paths %j', (baseUrl, paths) => {
    expect(otherBases(baseUrl).map((other) => new URL(other.baseUrl).pathname)).toEqual(paths);
  });
});

describe('azureBaseUrl', () => {
  it.each([
    ['https://r.openai.azure.com', '/openai/v1'],
    ['https://r.openai.azure.com/openai', '/openai/v1'],
    ['https://r.openai.azure.com/openai/v1/', '/openai/v1'],
    ['https://r.services.ai.azure.com/models', '/openai/v1'],
    ['https://r.services.ai.azure.com/models?api-version=2024-05-01-preview', '/openai/v1'],
    ['https://r.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview', '/openai/v1'],
    ['https://r.services.ai.azure.com/api/projects/p', '/openai/v1'],
    [
      'https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21',
      '/openai/deployments/d',
    ],
  ])('the Azure address %s gets the path %s', (entered, path) => {
    expect(new URL(azureBaseUrl(toBaseUrl(entered) ?? '')).pathname).toBe(path);
  });
});

describe('pasted settings', () => {
  it('pasted settings lead to the same requests as clean settings, despite extra characters', async () => {
    const { server, endpoint } = await start({ as: 'openai', key: KEY });
    const address = endpoint.baseUrl.replace('http://', '');
    for (const baseUrl of [
      `"${endpoint.baseUrl}" `,
      `${endpoint.baseUrl}/chat/completions\n`,
      `${endpoint.baseUrl}/models`,
      address,
      `HTTP://${address}/`,
    ]) {
      await draft(
        connect(
          { ...endpoint, baseUrl, apiKey: `Bearer ${KEY}\u200b`, model: ` ${endpoint.model}\n` },
          nodeHttp,
          fastPorts(),
        ),
      );
    }
    expect(new Set(pathsOf({ server }))).toEqual(new Set(['/v1/chat/completions']));
    expect(server.requests).toHaveLength(5);
    for (const { body, headers } of server.requests) {
      expect(body).toMatchObject({ model: endpoint.model });
      expect(headers['authorization']).toBe(`Bearer ${KEY}`);
    }
  });

  it.each(['/v1', '/api', '/api/chat', '/v1/chat/completions', '/api/generate'])(
    'calls reach Ollama even if the base URL has the path %s',
    async (path) => {
      const { server, endpoint } = await start({ as: 'ollama' });
      await draft(connect({ ...endpoint, baseUrl: endpoint.baseUrl + path }, nodeHttp, fastPorts()));
      expect(pathsOf({ server })).toEqual(['/api/chat']);
    },
  );
});

describe('unexplained refusals', () => {
  it('after a refusal without a reason, later calls omit all optional parameters', async () => {
    const { server, endpoint } = await start({ fault: 'refuse-silently' });
    const ports = withMemory();
    await draft(connect(endpoint, nodeHttp, ports));
    await draft(connect(endpoint, nodeHttp, ports));
    expect(server.requests).toHaveLength(3);
    expect(Object.keys(server.requests[2]?.body ?? {}).sort()).toEqual(['messages', 'model']);
  });

  it('later calls keep optional parameters if the request without them is also refused', async () => {
    const { server, endpoint } = await start({ fault: 'bad-request' });
    const ports = withMemory();
    await failureOf(draft(connect(endpoint, nodeHttp, ports)));
    await failureOf(draft(connect(endpoint, nodeHttp, ports)));
    expect(server.requests[2]?.body).toHaveProperty('response_format');
  });
});

describe('system messages', () => {
  it('a model without a system role gets the system message as part of the user message', async () => {
    const { server, model } = await start({ fault: 'refuse-system' });
    await draft(model);
    const bodies = server.requests.map(({ body }) => body);
    expect(bodies[1]).toMatchObject({
      messages: [{ role: 'user', content: expect.stringMatching(/json[^]*\[5\]/) as unknown }],
    });
    expect(bodies[1]).toHaveProperty('response_format');
  });
});
