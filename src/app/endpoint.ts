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
 * The endpoint that the settings describe. All models that this class creates share one client and its
 * memory: which requests an endpoint supports, which endpoints fail, and which parts have been answered. The
 * worker of the client starts with the first request.
 */
export class AppEndpoint {
  readonly #client: ModelClient;

  /** The tokens that all models of this class have used today. */
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

  /** Returns the model of the current settings; null when the offline engine is set. */
  model(): LanguageModel | null {
    const endpoint = this.#endpoint();
    const { secondReading, checkModel } = this.settings();
    if (endpoint === null) return null;
    return this.#client.model(endpoint, secondReading ? { model: checkModel } : null);
  }

  /**
   * Returns the vision model of the current settings; null when scanned pages are skipped or there is no
   * endpoint.
   */
  reader(): PageReader<LaidOutReading> | null {
    const { scannedPages, visionModel } = this.settings();
    const endpoint = this.#endpoint();
    if (endpoint === null || scannedPages === 'skip') return null;
    return this.#client.reader({ ...endpoint, model: visionModel || PRESETS[endpoint.provider].visionModel });
  }

  /**
   * Sends a short request to the endpoint of `settings` (by default, the current settings). Returns the name
   * of the model that answered; `offline` for the offline engine.
   * @throws Failure
   */
  async test(signal: AbortSignal, settings = this.settings()): Promise<string> {
    const endpoint = this.#endpoint(settings);
    if (endpoint === null) return settings.provider;
    return (await this.#client.test(endpoint, signal)).model;
  }

  /**
   * Lists the models that the endpoint offers, sorted by name; an empty list for the offline engine.
   * @throws Failure
   */
  async models(signal: AbortSignal, settings = this.settings()): Promise<readonly string[]> {
    const endpoint = this.#endpoint(settings);
    return endpoint === null ? [] : this.#client.models(endpoint, signal);
  }

  /** Closes all circuit breakers, because the cause of a permanent failure may have been corrected. */
  forgetFailures(): void {
    this.#client.forgetFailures();
  }

  /**
   * Returns a text that changes with every setting on which the endpoint's answers depend. It contains the
   * API key, so it must be kept in memory only.
   */
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
