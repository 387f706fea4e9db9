import type { App } from 'obsidian';
import type { Settings } from '../settings';
import { appHttp } from './app-http';
import type { Endpoint } from './endpoint';
import type { LanguageModel } from './model';
import type { ModelPorts } from './ports';
import { PRESETS } from './presets';

/** The window's clock, and a random source that nobody can guess. */
const windowPorts: ModelPorts = {
  clock: {
    now: () => Date.now(),
    set: (callback, ms) => window.setTimeout(callback, ms),
    clear: (timer) => window.clearTimeout(timer),
  },
  random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};

/** The endpoint the settings describe, with the key out of the app's secret storage; null for the offline engine. */
export function endpointOf(settings: Settings, app: App): Endpoint | null {
  if (settings.provider === 'offline') return null;
  const preset = PRESETS[settings.provider];
  return {
    provider: settings.provider,
    baseUrl: settings.baseUrl || preset.baseUrl,
    model: settings.model || preset.model,
    apiKey: app.secretStorage.getSecret(settings.apiKeySecret),
    contextTokens: settings.contextTokens || preset.contextTokens,
    maxOutputTokens: settings.maxOutputTokens || preset.maxOutputTokens,
    concurrency: settings.concurrency || preset.concurrency,
    timeoutSeconds: settings.timeoutSeconds || preset.timeoutSeconds,
  };
}

/** The model the settings describe, or null for the offline engine. The client is loaded when it is first needed. */
export async function modelOf(settings: Settings, app: App): Promise<LanguageModel | null> {
  const endpoint = endpointOf(settings, app);
  if (endpoint === null) return null;
  const { connect } = await import('./connect');
  return connect(endpoint, appHttp, windowPorts);
}

/** Asks the endpoint for a word and returns the name of the model that answered. @throws Failure */
export async function testEndpoint(settings: Settings, app: App, signal: AbortSignal): Promise<string> {
  const endpoint = endpointOf(settings, app);
  if (endpoint === null) return settings.provider;
  const { testConnection } = await import('./connect');
  const { model } = await testConnection(endpoint, appHttp, windowPorts, signal);
  return model;
}
