import { systemClock } from '../clock';
import type { DeviceStore } from '../device-store';
import { Failure } from '../failure';
import type { Settings } from '../settings';
import { appHttp } from './http';
import type { Secrets } from './secrets';
import { ModelClient } from '../workers/endpoint/model-client';
import { startEndpointWorker } from '../workers/endpoint/start';
import type { Endpoint } from '../llm/endpoint';
import { isPrivateHost } from '../llm/address-risk';
import { deploymentIn } from '../llm/azure-address';
import { toBaseUrl } from '../llm/base-url';
import { readExtraBody } from '../llm/extra-body';
import { runsOnDevice } from '../llm/on-device';
import { withValues } from '../llm/own-headers';
import type { LaidOutReading, PageReader } from '../llm/page-reader';
import { PRESETS } from '../llm/presets/presets';
import { Spending } from '../llm/spending';
import type { SendingModel } from '../redact/redacting';

/**
 * The endpoint that the settings describe. All models that this class creates share one client. The client
 * remembers which requests an endpoint supports, which endpoints fail, and which parts of documents have been
 * answered. The worker of the client starts with the first request.
 */
export class AppEndpoint {
  readonly #client: ModelClient;

  /** Counts the tokens that all models made by this class have used today. */
  readonly spending: Spending;

  constructor(
    vaultName: string,
    private readonly secrets: Secrets,
    private readonly settings: () => Settings,
    memory: DeviceStore,
    /**
     * Returns null when requests may be sent with these settings, otherwise the failure that states the
     * reason.
     */
    private readonly refusal: (settings: Settings) => Failure | null,
  ) {
    this.spending = new Spending(memory, () => new Date());
    this.#client = new ModelClient({
      startWorker: startEndpointWorker,
      http: appHttp,
      timers: systemClock,
      memory,
      vault: vaultName,
      onTokens: (tokens) => this.spending.add(tokens),
    });
  }

  /**
   * Returns the model of the current settings; null for the offline engine.
   * @throws Failure `settings-not-approved` or `secrets-unavailable`
   */
  model(): SendingModel | null {
    const endpoint = this.#endpoint();
    const { secondReading, checkModel } = this.settings();
    if (endpoint === null) return null;
    const checking = secondReading ? { model: checkModel } : null;
    return this.#client.model(endpoint, checking, this.#redacted(endpoint, [endpoint.model, checkModel]));
  }

  /**
   * Returns the vision model of the current settings; null when scanned pages are skipped or there is no
   * endpoint.
   * @throws Failure `settings-not-approved` or `secrets-unavailable`
   */
  reader(): PageReader<LaidOutReading> | null {
    const { scannedPages, visionModel } = this.settings();
    const endpoint = this.#endpoint();
    if (endpoint === null || scannedPages === 'skip') return null;
    const model = visionModel || PRESETS[endpoint.provider].visionModel;
    return this.#client.reader({ ...endpoint, model }, this.#redacted(endpoint, [model]).length > 0);
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

  /** Allows requests to all endpoints again, because the user may have corrected the cause of a failure. */
  forgetFailures(): void {
    this.#client.forgetFailures();
  }

  /**
   * Returns a text that changes with every setting on which the endpoint's answers depend. It contains the
   * API key, so it must be kept in memory only.
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

  /** True when the models that get text run on this device. Then they get the text unchanged. */
  get isOnDevice(): boolean {
    const { provider, baseUrl, model, checkModel } = this.settings();
    return provider !== 'offline' && runsOnDevice(provider, baseUrl, [model, checkModel]);
  }

  /**
   * Returns the values that are replaced before a text is sent to these models. Empty if the models run on
   * this device.
   */
  #redacted({ provider, baseUrl }: Endpoint, models: readonly string[]): readonly string[] {
    return runsOnDevice(provider, baseUrl, models) ? [] : this.settings().redact;
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
   * Ends the worker, so that its copies of the stored data are deleted too. Running requests reject with
   * Cancelled.
   */
  forget(): void {
    this.#client.restart();
  }

  dispose(): void {
    this.#client.dispose();
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
