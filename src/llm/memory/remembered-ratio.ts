import type { Endpoint } from '../endpoint';
import { MEMORY_KEYS } from './memory-keys';
import type { DeviceMemory } from '../ports';

/** Between these, what a model counts for a token of ours can be believed. */
export const RATIO_BOUNDS = { least: 0.1, most: 10 };

/** Under which name a model at an address is remembered. */
export function knownAs({ baseUrl, model }: Pick<Endpoint, 'baseUrl' | 'model'>): string {
  return `${baseUrl.trim().replace(/\/+$/, '')} ${model.trim()}`;
}

/** What the device remembers of how a model counts, for estimates where no client runs. */
export function rememberedRatio(endpoint: Pick<Endpoint, 'baseUrl' | 'model'>, memory: DeviceMemory): number | undefined {
  const entry = own(memory.load(MEMORY_KEYS.endpoints), knownAs(endpoint));
  const ratio = own(entry, 'tokenRatio');
  return typeof ratio === 'number' && ratio >= RATIO_BOUNDS.least && ratio <= RATIO_BOUNDS.most ? ratio : undefined;
}

/** A property of what may be any value. */
function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
