import { fnv1a } from '../../hash';
import type { Endpoint } from '../endpoint';
import type { TokenLimits } from '../errors/token-limits';
import type { ModelLimits } from '../model';
import { asRecord } from '../record';

/** The limits that became known when an endpoint refused requests. */
export interface LearnedLimits extends Pick<TokenLimits, 'total' | 'input' | 'answer'> {
  /** Upper limit of requests in a minute. */
  readonly perMinute?: number;
  /** Upper limit of requests at once. */
  readonly atOnce?: number;
}

const NAMES = ['total', 'input', 'answer', 'perMinute', 'atOnce'] as const;

/** A limit as it is stored, with the time at which it was learned, in ms since 1970. */
interface StoredLimit {
  readonly limit: number;
  readonly at: number;
}

/** The stored limits by name. `settings` is a hash of the settings with which the limits were learned. */
interface StoredLimits extends Readonly<Partial<Record<keyof LearnedLimits, StoredLimit>>> {
  readonly settings: number;
}

/**
 * Age at which limits expire, in ms. A limit may change at any time, for example with the user's contract or
 * with the load of a server. One refusal is enough to learn a limit again, and it costs nothing.
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
 * Returns the limits in a stored value, without invalid and expired ones. If the settings of the endpoint
 * have changed since the limits were stored, no limit is returned.
 * @param now ms since 1970
 */
export function learnedLimits(stored: unknown, endpoint: Endpoint, now: number): LearnedLimits {
  const valid = validLimits(stored, endpoint, now).map(([name, { limit }]) => [name, limit] as const);
  return Object.fromEntries(valid);
}

/**
 * Returns the value to store after `limits` were learned. It keeps the other valid limits of `stored`.
 * @param now ms since 1970
 */
export function withLimits(
  stored: unknown,
  limits: LearnedLimits,
  endpoint: Endpoint,
  now: number,
): StoredLimits {
  const learned = NAMES.flatMap((name) => {
    const limit = limits[name];
    return limit === undefined ? [] : [[name, { limit, at: now }] as const];
  });
  return {
    ...Object.fromEntries(validLimits(stored, endpoint, now)),
    ...Object.fromEntries(learned),
    settings: settingsMark(endpoint),
  };
}

function validLimits(
  stored: unknown,
  endpoint: Endpoint,
  now: number,
): readonly (readonly [keyof LearnedLimits, StoredLimit])[] {
  const record = asRecord(stored);
  if (record?.['settings'] !== settingsMark(endpoint)) return [];
  return NAMES.flatMap((name) => {
    const { limit, at } = asRecord(record[name]) ?? {};
    const isValid =
      typeof limit === 'number' && limit >= 1 && typeof at === 'number' && now - at < FORGOTTEN_AFTER;
    return isValid ? [[name, { limit, at }] as const] : [];
  });
}

/** Returns the limits for planning a document's requests, from the settings and the learned limits. */
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
