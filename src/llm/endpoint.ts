import { Failure } from '../failure';
import type { EndpointId } from './preset';

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
  try {
    return new URL(baseUrl).host;
  } catch (thrown) {
    if (thrown instanceof TypeError) return baseUrl.slice(0, 80);
    throw thrown;
  }
}

/**
 * The endpoint as it can be used: white space around what was typed is gone, and so is the path of the call itself.
 * @throws Failure `llm-not-an-api` for a base URL that is none, `llm-key-missing` where a key is needed,
 * `llm-key-wrong` for one that cannot stand in a header.
 */
export function checkEndpoint(endpoint: Endpoint, needsKey: boolean): Endpoint {
  const baseUrl = endpoint.baseUrl.trim().replace(/\/+(chat\/completions\/*)?$/i, '');
  const key = endpoint.apiKey?.trim() ?? '';
  if (!/^https?:\/\/[^/\s]+/i.test(baseUrl)) throw new Failure('llm-not-an-api', { details: { host: hostOf(baseUrl) } });
  if (key === '' && needsKey) throw new Failure('llm-key-missing');
  if (!/^[\x21-\x7e]*$/.test(key)) throw new Failure('llm-key-wrong');
  return { ...endpoint, baseUrl, model: endpoint.model.trim(), apiKey: key === '' ? null : key };
}

/** @throws Failure `llm-model-unknown` when no model is named. */
export function checkModel(endpoint: Endpoint): void {
  if (endpoint.model === '') throw new Failure('llm-model-unknown', { details: { model: '' } });
}
