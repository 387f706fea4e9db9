import type { Endpoint } from '../../src/llm/endpoint';
import { PRESETS, type EndpointId } from '../../src/llm/presets/presets';

/** The API key for presets that need one. Tests search texts for it, so it must not occur by chance. */
export const TEST_KEY = 'sk-test-Zq7Xw9Lm2Rt5';

/** Returns the endpoint of a user who has chosen a provider and changed no other setting. */
export function presetEndpoint(provider: EndpointId, url: string, more: Partial<Endpoint> = {}): Endpoint {
  const preset = PRESETS[provider];
  return {
    provider,
    baseUrl: url,
    model: preset.model === '' ? 'test-model' : preset.model,
    apiKey: preset.needsKey ? TEST_KEY : null,
    contextTokens: preset.contextTokens,
    maxOutputTokens: preset.maxOutputTokens,
    concurrency: preset.concurrency,
    silenceSeconds: 600,
    requestsPerMinute: 0,
    headers: {},
    extraBody: {},
    ...more,
  };
}
