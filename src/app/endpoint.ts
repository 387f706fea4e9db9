import { systemClock } from '../clock';
import type { DeviceStore } from '../device-store';
import { Cancelled, Failure } from '../failure';
import type { Settings } from '../settings';
import type { AppModels } from './models';
import type { Secrets } from './secrets';
import { startEndpointWorker } from '../workers/endpoint/start';
import type { Endpoint } from '../llm/endpoint';
import { isPrivateHost } from '../llm/address-risk';
import { deploymentIn } from '../llm/azure-address';
import { toBaseUrl } from '../llm/base-url';
import { readExtraBody } from '../llm/extra-body';
import { runsOnDevice } from '../llm/on-device';
import { withValues } from '../llm/own-headers';
import { PRESETS } from '../llm/presets/presets';
import { Spending } from '../llm/spending';

/**
 * The endpoint that the settings describe. The code that sends requests is loaded before the first request,
 * because the start of the app does not need this code.
 */
export class AppEndpoint {
  #models: AppModels | null = null;
  #isDisposed = false;

  /** Counts the tokens that the models of this endpoint have used today. */
  readonly spending: Spending;

  constructor(
    private readonly vaultName: string,
    private readonly secrets: Secrets,
    private readonly settings: () => Settings,
    private readonly memory: DeviceStore,
    /** Returns null when requests may be sent with these settings; otherwise the reason as a failure. */
    private readonly refusal: (settings: Settings) => Failure | null,
  ) {
    this.spending = new Spending(memory, () => new Date());
  }

  /**
   * Loads the code that creates models, and sends nothing.
   * @throws Failure `code-not-loaded`, Cancelled
   */
  async loadModels(): Promise<AppModels> {
    const { AppModels } = await import('./models');
    if (this.#isDisposed) throw new Cancelled();
    return (this.#models ??= new AppModels({
      settings: this.settings,
      endpoint: () => this.#endpoint(),
      startWorker: startEndpointWorker,
      timers: systemClock,
      memory: this.memory,
      vault: this.vaultName,
      onTokens: (tokens) => this.spending.add(tokens),
    }));
  }

  /**
   * Sends a short request to the endpoint of `settings` (by default, the current settings). Returns the name
   * of the model that answered; `offline` for the offline engine.
   * @throws Failure
   */
  async test(signal: AbortSignal, settings = this.settings()): Promise<string> {
    const endpoint = this.#endpoint(settings);
    if (endpoint === null) return settings.provider;
    const { client } = await this.loadModels();
    return (await client.test(endpoint, signal)).model;
  }

  /**
   * Lists the models that the endpoint offers, sorted by name; an empty list for the offline engine.
   * @throws Failure
   */
  async models(signal: AbortSignal, settings = this.settings()): Promise<readonly string[]> {
    const endpoint = this.#endpoint(settings);
    if (endpoint === null) return [];
    const { client } = await this.loadModels();
    return client.models(endpoint, signal);
  }

  /** Allows requests to all endpoints again, because the user may have corrected the cause of a failure. */
  forgetFailures(): void {
    this.#models?.client.forgetFailures();
  }

  /**
   * Returns a text that changes with every setting on which the endpoint's answers depend. The text contains
   * the API key, so it must be kept in memory only.
   */
  fingerprint(): string {
    const settings = this.settings();
    const { scannedPages, visionModel, secondReading, checkModel } = settings;
    if (this.refusal(settings) !== null) return JSON.stringify(['not approved', settings]);
    return JSON.stringify([this.#endpointOrNull(), scannedPages, visionModel, secondReading, checkModel]);
  }

  /** True when the device has an API key for the approved endpoint. */
  get hasKey(): boolean {
    const settings = this.settings();
    return this.refusal(settings) === null && Boolean(this.secrets.find(settings.apiKeySecret));
  }

  /** True when requests go to this machine or to a private network, or when no endpoint is used. */
  get isPrivate(): boolean {
    const { provider, baseUrl } = this.settings();
    if (provider === 'offline') return true;
    const address = toBaseUrl(baseUrl || PRESETS[provider].baseUrl);
    return address !== null && isPrivateHost(new URL(address).hostname);
  }

  /** True when the models that get text run on this device. Then the text is sent without redaction. */
  get isOnDevice(): boolean {
    const { provider, baseUrl, model, checkModel } = this.settings();
    return provider !== 'offline' && runsOnDevice(provider, baseUrl, [model, checkModel]);
  }

  /** Returns null for the offline engine, or when the secret storage cannot be used. */
  #endpointOrNull(): Endpoint | null {
    try {
      return this.#endpoint();
    } catch (thrown) {
      if (thrown instanceof Failure) return null;
      throw thrown;
    }
  }

  /**
   * Ends the worker, which deletes the worker's copies of data that this device stores. Running requests
   * reject with Cancelled.
   */
  forget(): void {
    this.#models?.client.restart();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#models?.client.dispose();
  }

  #endpoint(settings = this.settings()): Endpoint | null {
    if (settings.provider === 'offline') return null;
    // The secret is read only after the user has approved the endpoint that receives it.
    const refusal = this.refusal(settings);
    if (refusal !== null) throw refusal;
    const preset = PRESETS[settings.provider];
    return {
      provider: settings.provider,
      baseUrl: settings.baseUrl || preset.baseUrl,
      model: settings.model || preset.model || deploymentIn(settings.baseUrl),
      apiKey: this.secrets.get(settings.apiKeySecret),
      contextTokens: settings.contextTokens || preset.contextTokens,
      maxOutputTokens: settings.maxOutputTokens || preset.maxOutputTokens,
      concurrency: settings.concurrency || preset.concurrency,
      silenceSeconds: settings.silenceSeconds || preset.silenceSeconds,
      requestsPerMinute: settings.requestsPerMinute,
      headers: withValues(settings.extraHeaders, (secret) => this.secrets.get(secret)),
      extraBody: readExtraBody(settings.extraBody) ?? {},
    };
  }
}
