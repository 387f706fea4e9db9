import type { App } from 'obsidian';
import type { Settings } from '../settings';
import type { AnswerMemory } from './answer-memory';
import { AppAnswerStore } from './app-answer-store';
import { appHttp } from './app-http';
import { counted } from './counted';
import { Spending } from './spending';
import type { Endpoint } from './endpoint';
import { fetchHttp } from './fetch-http';
import type { LanguageModel } from './model';
import type { PageReader } from './page-reader';
import type { DeviceMemory, ModelPorts } from './ports';
import { PRESETS } from './presets';

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
  readonly #store: AppAnswerStore;
  #answers: AnswerMemory | null = null;
  #ports: ModelPorts | null = null;

  /** What was used today, by all models made here. */
  readonly spending: Spending;

  constructor(
    private readonly app: App,
    private readonly settings: () => Settings,
  ) {
    this.spending = new Spending(deviceMemory(app), () => new Date());
    this.#store = new AppAnswerStore(app.vault.getName());
  }

  /** The model as the settings are now, or null for the offline engine. */
  async model(): Promise<LanguageModel | null> {
    const endpoint = this.#endpoint();
    if (endpoint === null) return null;
    const { connect } = await import('./connect');
    const { remembering } = await import('./remembering');
    const model = counted(connect(endpoint, appHttp, await this.#sharedPorts()), (tokens) => this.spending.add(tokens));
    return remembering(model, endpoint, await this.#sharedAnswers());
  }

  /** The vision model as the settings are now, or null when scanned pages are left out or there is no endpoint. */
  async reader(): Promise<PageReader | null> {
    const { scannedPages, visionModel } = this.settings();
    const endpoint = this.#endpoint();
    if (endpoint === null || scannedPages === 'skip') return null;
    const { connectReader } = await import('./connect-reader');
    const { rememberingPages } = await import('./remembering-pages');
    const eye = { ...endpoint, model: visionModel || PRESETS[endpoint.provider].visionModel };
    return rememberingPages(connectReader(eye, appHttp, await this.#sharedPorts()), eye, this.#store);
  }

  /** Asks the endpoint for a word and returns the name of the model that answered. @throws Failure */
  async test(signal: AbortSignal): Promise<string> {
    const endpoint = this.#endpoint();
    if (endpoint === null) return this.settings().provider;
    const { testConnection } = await import('./connect');
    const { model } = await testConnection(endpoint, appHttp, await this.#sharedPorts(), signal);
    return model;
  }

  /** Takes endpoints that failed for good as unknown again, because something may have been mended. */
  forgetFailures(): void {
    this.#ports?.breakers?.reset();
  }

  /** Differs when anything differs that decides whether the endpoint answers. Held in memory only: it has the key. */
  fingerprint(): string {
    return JSON.stringify(this.#endpoint());
  }

  dispose(): void {
    this.#store.close();
  }

  #endpoint(): Endpoint | null {
    const settings = this.settings();
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

  async #sharedAnswers(): Promise<AnswerMemory> {
    const { AnswerMemory } = await import('./answer-memory');
    this.#answers ??= new AnswerMemory(this.#store);
    return this.#answers;
  }

  async #sharedPorts(): Promise<ModelPorts> {
    const { CircuitBreakers } = await import('./circuit-breaker');
    const clock = {
      now: () => Date.now(),
      set: (callback: () => void, ms: number) => window.setTimeout(callback, ms),
      clear: (timer: number) => window.clearTimeout(timer),
    };
    this.#ports ??= {
      clock,
      streaming: fetchHttp(window.fetch.bind(window)),
      // Not to be guessed by the author of a document.
      random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
      memory: deviceMemory(this.app),
      breakers: new CircuitBreakers(clock),
    };
    return this.#ports;
  }
}
