import type { Endpoint } from '../endpoint';
import type { ModelLimits } from '../model';
import { learnedLimits, modelLimits } from './learned-limits';
import { MEMORY_KEYS } from './memory-keys';
import type { DeviceMemory } from '../ports';

/**
 * Bounds of a plausible ratio of the model's token count to the plugin's estimate. A ratio outside of these
 * bounds is not used.
 */
export const RATIO_BOUNDS = { least: 0.1, most: 10 };

/** Returns the key under which the data about a model at an address are stored. */
export function modelKey({ baseUrl, model }: Pick<Endpoint, 'baseUrl' | 'model'>): string {
  return `${baseUrl.trim().replace(/\/+$/, '')} ${model.trim()}`;
}

/** Returns the stored token ratio of a model; undefined when none is stored. */
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

/**
 * Returns the limits of a model. A limit that the endpoint has named in a refusal is used if it is lower than
 * the limit in the settings.
 * @param now ms since 1970
 */
export function rememberedLimits(endpoint: Endpoint, memory: DeviceMemory, now: number): ModelLimits {
  const entry = own(memory.load(MEMORY_KEYS.endpoints), modelKey(endpoint));
  return modelLimits(endpoint, learnedLimits(own(entry, 'limits'), endpoint, now));
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
