import type { Endpoint } from '../endpoint';
import { MEMORY_KEYS } from './memory-keys';
import type { DeviceMemory } from '../ports';

/** Limits within which a ratio of token counts is plausible. */
export const RATIO_BOUNDS = { least: 0.1, most: 10 };

/** The key of a model at an address in the stored knowledge. */
export function modelKey({ baseUrl, model }: Pick<Endpoint, 'baseUrl' | 'model'>): string {
  return `${baseUrl.trim().replace(/\/+$/, '')} ${model.trim()}`;
}

/**
 * The stored token ratio of a model, for estimates outside the endpoint worker; undefined when none is
 * stored.
 */
export function rememberedRatio(
  endpoint: Pick<Endpoint, 'baseUrl' | 'model'>,
  memory: DeviceMemory,
): number | undefined {
  const entry = own(memory.load(MEMORY_KEYS.endpoints), modelKey(endpoint));
  const ratio = own(entry, 'tokenRatio');
  return typeof ratio === 'number' && ratio >= RATIO_BOUNDS.least && ratio <= RATIO_BOUNDS.most
    ? ratio
    : undefined;
}

/** The value of a property; undefined when there is none or the value is not an object. */
function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
