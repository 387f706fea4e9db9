import type { App } from 'obsidian';
import type { Settings } from '../settings';
import { appHttp } from './http';
import { ModelClient } from '../workers/endpoint/model-client';
import { startEndpointWorker } from '../workers/endpoint/start';
import type { Endpoint } from '../llm/endpoint';
import type { LanguageModel } from '../llm/model';
import type { LaidOutReading, PageReader } from '../llm/page-reader';
import type { DeviceMemory } from '../llm/ports';
import { PRESETS } from '../llm/presets/presets';
import { Spending } from '../llm/spending';

function deviceMemory(app: App): DeviceMemory {
  return {
    load: (key) => app.loadLocalStorage(key) as unknown,
    save: (key, value) => app.saveLocalStorage(key, value),
  };
}

/**
 * The endpoint the settings describe. What endpoints were found to take, which of them are known to fail, and which
 * parts were answered is shared by all models made here. The client is loaded when it is first needed.
 */
export class AppEndpoint {
  readonly #client: ModelClient;

  /** What was used today, by all models made here. */
  readonly spending: Spending;

  constructor(
    private readonly app: App,
    private readonly settings: () => Settings,
  ) {
    const memory = deviceMemory(app);
    this.spending = new Spending(memory, () => new Date());
    this.#client = new ModelClient({
      startWorker: startEndpointWorker,
      http: appHttp,
      memory,
      vault: app.vault.getName(),
      onTokens: (tokens) => this.spending.add(tokens),
    });
  }

  /** The model as the settings are now, or null for the offline engine. */
  model(): LanguageModel | null {
    const endpoint = this.#endpoint();
    const { secondReading, checkModel } = this.settings();
    if (endpoint === null) return null;
    return this.#client.model(endpoint, secondReading ? { model: checkModel } : null);
  }

  /** The vision model as the settings are now, or null when scanned pages are left out or there is no endpoint. */
  reader(): PageReader<LaidOutReading> | null {
    const { scannedPages, visionModel } = this.settings();
    const endpoint = this.#endpoint();
    if (endpoint === null || scannedPages === 'skip') return null;
    return this.#client.reader({ ...endpoint, model: visionModel || PRESETS[endpoint.provider].visionModel });
  }

  /**
   * Asks the endpoint of these settings, by default those in force, for a word and returns the name of the model that
   * answered. @throws Failure
   */
  async test(signal: AbortSignal, settings = this.settings()): Promise<string> {
    const endpoint = this.#endpoint(settings);
    if (endpoint === null) return settings.provider;
    return (await this.#client.test(endpoint, signal)).model;
  }

  /** The models the endpoint has, sorted by name; none for the offline engine. @throws Failure */
  async models(signal: AbortSignal, settings = this.settings()): Promise<readonly string[]> {
    const endpoint = this.#endpoint(settings);
    return endpoint === null ? [] : this.#client.models(endpoint, signal);
  }

  /** Takes endpoints that failed for good as unknown again, because something may have been mended. */
  forgetFailures(): void {
    this.#client.forgetFailures();
  }

  /** Differs when anything differs that decides whether the endpoint answers. Held in memory only: it has the key. */
  fingerprint(): string {
    const { scannedPages, visionModel, secondReading, checkModel } = this.settings();
    return JSON.stringify([this.#endpoint(), scannedPages, visionModel, secondReading, checkModel]);
  }

  dispose(): void {
    this.#client.dispose();
  }

  #endpoint(settings = this.settings()): Endpoint | null {
    if (settings.provider === 'offline') return null;
    const preset = PRESETS[settings.provider];
    return {
      provider: settings.provider,
      baseUrl: settings.baseUrl || preset.baseUrl,
      model: settings.model || preset.model,
      apiKey: this.app.secretStorage.getSecret(settings.apiKeySecret),
      contextTokens: settings.contextTokens || preset.contextTokens,
      maxOutputTokens: settings.maxOutputTokens || preset.maxOutputTokens,
      concurrency: settings.concurrency || preset.concurrency,
      timeoutSeconds: settings.timeoutSeconds || preset.timeoutSeconds,
    };
  }
}
