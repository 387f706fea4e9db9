import type { Endpoint } from '../endpoint';
import { MEMORY_KEYS } from './memory-keys';
import type { DeviceMemory } from '../ports';

/** A ratio of token counts outside these limits is not plausible. */
export const RATIO_BOUNDS = { least: 0.1, most: 10 };

/** Returns the key under which the data about a model at an address are stored. */
export function modelKey({ baseUrl, model }: Pick<Endpoint, 'baseUrl' | 'model'>): string {
  return `${baseUrl.trim().replace(/\/+$/, '')} ${model.trim()}`;
}

/**
 * Returns the stored token ratio of a model, for estimates outside the endpoint worker; undefined when none
 * is stored.
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

/** Returns the value of a property; undefined when there is none or when `value` is not an object. */
function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
