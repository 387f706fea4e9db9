import type { Endpoint } from '../llm/endpoint';
import { runsOnDevice } from '../llm/on-device';
import type { LaidOutReading, PageReader } from '../llm/page-reader';
import { PRESETS } from '../llm/presets/presets';
import type { SendingModel } from '../redact/redacting';
import type { Settings } from '../settings';
import { ModelClient, type ClientPorts } from '../workers/endpoint/model-client';
import { appHttp } from './http';

export interface ModelsPorts extends Omit<ClientPorts, 'http'> {
  readonly settings: () => Settings;
  /**
   * Returns the endpoint of the current settings; null for the offline engine.
   * @throws Failure `settings-not-approved` or `secrets-unavailable`
   */
  readonly endpoint: () => Endpoint | null;
}

/**
 * Creates the models of the current settings. All of them share one client. The client remembers which
 * requests an endpoint supports, which endpoints fail, and the answers for parts of documents. The worker of
 * the client starts with the first request.
 */
export class AppModels {
  readonly client: ModelClient;

  constructor(private readonly ports: ModelsPorts) {
    this.client = new ModelClient({ ...ports, http: appHttp });
  }

  /**
   * Returns the model of the current settings; null for the offline engine.
   * @throws Failure `settings-not-approved` or `secrets-unavailable`
   */
  model(): SendingModel | null {
    const endpoint = this.ports.endpoint();
    const { secondReading, checkModel } = this.ports.settings();
    if (endpoint === null) return null;
    const checking = secondReading ? { model: checkModel } : null;
    return this.client.model(endpoint, checking, this.#redacted(endpoint, [endpoint.model, checkModel]));
  }

  /**
   * Returns the vision model of the current settings; null when scanned pages are skipped or there is no
   * endpoint.
   * @throws Failure `settings-not-approved` or `secrets-unavailable`
   */
  reader(): PageReader<LaidOutReading> | null {
    const { scannedPages, visionModel } = this.ports.settings();
    const endpoint = this.ports.endpoint();
    if (endpoint === null || scannedPages === 'skip') return null;
    const model = visionModel || PRESETS[endpoint.provider].visionModel;
    return this.client.reader({ ...endpoint, model }, this.#redacted(endpoint, [model]).length > 0);
  }

  /**
   * Returns the values that are replaced before a text is sent to these models. Empty if the models run on
   * this device.
   */
  #redacted({ provider, baseUrl }: Endpoint, models: readonly string[]): readonly string[] {
    return runsOnDevice(provider, baseUrl, models) ? [] : this.ports.settings().redact;
  }
}
