import { Failure } from '../failure';
import { asTyped, toBaseUrl } from './base-url';
import type { EndpointId } from './presets/presets';

/** Where and how to ask, as the user has set it. */
export interface Endpoint {
  readonly provider: EndpointId;
  readonly baseUrl: string;
  readonly model: string;
  /** Null when there is none. It goes into the Authorization header and nowhere else. */
  readonly apiKey: string | null;
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  readonly timeoutSeconds: number;
}

/** The host a base URL names, for error sentences; the text itself when it is no URL. */
export function hostOf(baseUrl: string): string {
  const usable = toBaseUrl(baseUrl);
  return usable === null ? baseUrl.trim().slice(0, 80) : new URL(usable).host;
}

/**
 * The endpoint as it can be used: what came along with the base URL, the key and the model when they were pasted is
 * gone, such as spaces, the path of the call itself, or the word before the key.
 * @throws Failure `llm-not-an-api` for a base URL that is none, `llm-key-missing` where a key is needed,
 * `llm-key-wrong` for one that cannot stand in a header.
 */
export function checkEndpoint(endpoint: Endpoint, needsKey: boolean): Endpoint {
  const baseUrl = toBaseUrl(endpoint.baseUrl);
  const key = asTyped(asTyped(endpoint.apiKey ?? '').replace(/^(authorization\s*:\s*)?(bearer\s+)?/i, ''));
  if (baseUrl === null) throw new Failure('llm-not-an-api', { details: { host: hostOf(endpoint.baseUrl) } });
  if (key === '' && needsKey) throw new Failure('llm-key-missing');
  if (!/^[\x21-\x7e]*$/.test(key)) throw new Failure('llm-key-wrong');
  return { ...endpoint, baseUrl, model: asTyped(endpoint.model), apiKey: key === '' ? null : key };
}

/** @throws Failure `llm-model-unknown` when no model is named. */
export function checkModel(endpoint: Endpoint): void {
  if (endpoint.model === '') throw new Failure('llm-model-unknown', { details: { model: '' } });
}
