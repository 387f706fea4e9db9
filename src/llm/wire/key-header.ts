import type { Endpoint } from '../endpoint';
import type { Wire } from '../presets/preset';

/** Returns the header that carries the API key, by name; nothing when there is no key. */
export function keyHeader(
  { apiKey }: Pick<Endpoint, 'apiKey'>,
  { keyHeader: name }: Pick<Wire, 'keyHeader'>,
): Readonly<Record<string, string>> {
  if (apiKey === null) return {};
  return { [name]: name === 'authorization' ? `Bearer ${apiKey}` : apiKey };
}
