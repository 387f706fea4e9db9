import { fnv1a } from '../../hash';
import type { Endpoint } from '../endpoint';
import type { TokenLimits } from '../errors/token-limits';
import type { ModelLimits } from '../model';
import { asRecord } from '../record';

/** The limits that refusals of an endpoint have shown. */
export interface LearnedLimits extends Pick<TokenLimits, 'total' | 'input' | 'answer'> {
  /** Upper limit of requests in a minute. */
  readonly perMinute?: number;
  /** Upper limit of requests at once. */
  readonly atOnce?: number;
}

const NAMES = ['total', 'input', 'answer', 'perMinute', 'atOnce'] as const;

/** The limits as they are stored, with the settings they were learned with and the time in ms since 1970. */
export interface StoredLimits extends LearnedLimits {
  readonly settings: number;
  readonly at: number;
}

/**
 * Age at which limits expire, in ms. The user's contract with the vendor, a server's model or its load may
 * change at any time. One refusal is enough to learn a limit again, and it costs nothing.
 */
const FORGOTTEN_AFTER = 24 * 3_600_000;

/** Returns a hash of all settings on which the endpoint's limits may depend. */
function settingsMark(endpoint: Endpoint): number {
  const { provider, apiKey, contextTokens, maxOutputTokens, concurrency, requestsPerMinute } = endpoint;
  const { headers, extraBody } = endpoint;
  const own = [contextTokens, maxOutputTokens, concurrency, requestsPerMinute, headers, extraBody];
  return fnv1a(JSON.stringify([provider, apiKey, ...own])) >>> 0;
}

/**
 * Returns the limits in a stored value. The result is empty when the value is invalid or too old, or when the
 * settings of the endpoint have changed since it was stored.
 * @param now ms since 1970
 */
export function learnedLimits(stored: unknown, endpoint: Endpoint, now: number): LearnedLimits {
  const record = asRecord(stored);
  const at = Number(record?.['at'] ?? Number.NaN);
  const isValid = record?.['settings'] === settingsMark(endpoint) && now - at < FORGOTTEN_AFTER;
  if (!isValid) return {};
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const limit = record[name];
      return typeof limit === 'number' && limit >= 1 ? [[name, limit] as const] : [];
    }),
  );
}

/** Returns the value to store for limits that were learned at `now`, in ms since 1970. */
export function storedLimits(limits: LearnedLimits, endpoint: Endpoint, now: number): StoredLimits {
  return { ...limits, settings: settingsMark(endpoint), at: now };
}

/**
 * Returns the limits with which a document is planned: those of the settings, or the endpoint's own limits
 * where they are lower.
 */
export function modelLimits(
  { contextTokens, maxOutputTokens, concurrency }: Endpoint,
  { total, input, answer = maxOutputTokens, atOnce = concurrency }: LearnedLimits,
): ModelLimits {
  const largest = Math.min(total ?? Number.POSITIVE_INFINITY, input ?? Number.POSITIVE_INFINITY);
  return {
    contextTokens,
    maxOutputTokens: Math.min(maxOutputTokens, answer),
    concurrency: Math.min(concurrency, atOnce),
    ...(Number.isFinite(largest) ? { learnedTokens: largest } : {}),
  };
}
