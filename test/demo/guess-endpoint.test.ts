import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/llm/connect';
import { PRESETS } from '../../src/llm/presets/presets';
import { fastPorts } from '../endpoint/fast-ports';
import { nodeHttp } from '../endpoint/node-http';
import { startEndpoint } from '../endpoint/server';
import { draft, endpointOf } from '../unit/llm/setup';
import { guessEndpoint } from './guess-endpoint';

describe('guessEndpoint', () => {
  it.each(Object.values(PRESETS).map(({ id }) => id))(
    'guessEndpoint needs only the base URL to find working settings for the provider %s',
    async (as) => {
      const server = await startEndpoint({ as });
      onTestFinished(() => server.close());
      const { provider, model, key } = await guessEndpoint({ baseUrl: server.url });
      const endpoint = endpointOf(provider, server.url, { model, apiKey: key ?? null });
      const { draft: answer } = await draft(connect(endpoint, nodeHttp, fastPorts()));
      expect(answer.actions).toHaveLength(2);
      const isOwn = as === 'ollama' || as === 'anthropic' || as === 'azure';
      expect(provider).toBe(isOwn ? as : 'custom');
    },
  );

  it('guessEndpoint recognises a provider by the base URL, and keeps every given setting', async () => {
    for (const { id, baseUrl } of Object.values(PRESETS).filter((preset) => preset.baseUrl !== '')) {
      expect(await guessEndpoint({ baseUrl, model: 'm', key: 'k' })).toEqual({
        provider: id,
        model: 'm',
        key: 'k',
      });
    }
    for (const host of ['dashscope-intl.aliyuncs.com', 'x1.cn-beijing.maas.aliyuncs.com']) {
      expect(
        await guessEndpoint({ baseUrl: `https://${host}/compatible-mode/v1`, model: 'm', key: 'k' }),
      ).toMatchObject({ provider: 'dashscope' });
    }
    for (const baseUrl of ['http://127.0.0.1:9/v1', '127.0.0.1:9', 'not a url']) {
      expect(await guessEndpoint({ baseUrl, model: 'm', key: 'k' })).toEqual({
        provider: 'custom',
        model: 'm',
        key: 'k',
      });
    }
    const guessed = await guessEndpoint({ baseUrl: 'http://127.0.0.1:9/v1', provider: 'openai', model: 'm' });
    expect(guessed).toEqual({ provider: 'openai', model: 'm', key: 'demo' });
  });
});
