import { Failure } from '../failure';
import { hostBehindUser, toBaseUrl, withoutPasteArtefacts } from './base-url';
import type { ExtraBody } from './extra-body';
import { checkHeaders } from './own-headers';
import type { EndpointId } from './presets/presets';

/** The address of a model and the limits of its requests, as set by the user. */
export interface Endpoint {
  readonly provider: EndpointId;
  readonly baseUrl: string;
  readonly model: string;
  /** Null when there is none. The key is sent only in the header that the provider requires for the key. */
  readonly apiKey: string | null;
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  /**
   * Maximum wait, in seconds, for the next piece of a streamed response, or for the whole of a response that
   * is not streamed.
   */
  readonly silenceSeconds: number;
  /** Upper limit of requests in any minute; 0 for no limit. */
  readonly requestsPerMinute: number;
  /**
   * The user's own headers, with names in lower case. They are sent with every request, but never replace a
   * header of the plugin. Their values are secrets.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** Members that are added to the body of every request for an answer. */
  readonly extraBody: ExtraBody;
}

/** Returns the host of a base URL. If the text is not a URL, returns its first 80 characters. */
export function hostOf(baseUrl: string): string {
  const usable = toBaseUrl(baseUrl);
  if (usable !== null) return new URL(usable).host;
  return hostBehindUser(baseUrl) ?? baseUrl.trim().slice(0, 80);
}

/** Returns the key without text that users often paste together with it; null when nothing is left. */
export function usableKey(apiKey: string | null): string | null {
  const pasted = withoutPasteArtefacts(apiKey ?? '');
  return withoutPasteArtefacts(pasted.replace(/^(authorization\s*:\s*)?(bearer\s+)?/i, '')) || null;
}

/** The settings of an endpoint that can change its answers. */
export type AnswerSource = Pick<Endpoint, 'baseUrl' | 'model'> & Partial<Pick<Endpoint, 'extraBody'>>;

/**
 * Returns values that are equal for two endpoints with the same base URL, model and extra body. The values
 * contain no secret.
 */
export function answerSourceKey({ baseUrl, model, extraBody = {} }: AnswerSource): readonly unknown[] {
  const extra = Object.keys(extraBody).length === 0 ? [] : [extraBody];
  return [baseUrl.trim(), model.trim(), ...extra];
}

/**
 * Returns the API key and the values of the user's own headers. Only the headers of requests may contain
 * these secrets.
 */
export function secretsOf({ apiKey, headers }: Pick<Endpoint, 'apiKey' | 'headers'>): readonly string[] {
  return [usableKey(apiKey) ?? '', ...Object.values(headers)];
}

/**
 * Normalises the endpoint's settings. It removes what users often paste together with a base URL, a key or a
 * model: spaces, quotation marks, the path of an API call, or `Authorization: Bearer` before the key.
 * @throws Failure `llm-address-credentials` when the base URL has a user name or a password
 * @throws Failure `llm-address-invalid` when the base URL is empty or is not an HTTP address
 * @throws Failure `llm-key-missing` when a key is needed and absent
 * @throws Failure `llm-key-wrong` when the key has characters that no header can contain
 * @throws Failure `llm-header-value` when a value in `headers` is empty or not allowed in a header
 */
export function checkEndpoint(endpoint: Endpoint, needsKey: boolean): Endpoint {
  const baseUrl = toBaseUrl(endpoint.baseUrl);
  const key = usableKey(endpoint.apiKey) ?? '';
  const host = hostBehindUser(endpoint.baseUrl);
  if (host !== null) throw new Failure('llm-address-credentials', { details: { host } });
  if (baseUrl === null) throw new Failure('llm-address-invalid');
  if (key === '' && needsKey) throw new Failure('llm-key-missing');
  if (!/^[\x21-\x7e]*$/.test(key)) throw new Failure('llm-key-wrong');
  checkHeaders(endpoint.headers);
  return {
    ...endpoint,
    baseUrl,
    model: withoutPasteArtefacts(endpoint.model),
    apiKey: key || null,
  };
}

/** @throws Failure `llm-model-unknown` when the model's name is empty. */
export function checkModel(endpoint: Endpoint): void {
  if (endpoint.model === '') throw new Failure('llm-model-unknown', { details: { model: '' } });
}
