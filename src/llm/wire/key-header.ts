import type { Endpoint } from '../endpoint';
import type { Wire } from '../presets/preset';

/** Returns the header with the API key; an empty object when there is no key. */
export function keyHeader(
  { apiKey }: Pick<Endpoint, 'apiKey'>,
  { keyHeader: name }: Pick<Wire, 'keyHeader'>,
): Readonly<Record<string, string>> {
  if (apiKey === null) return {};
  return { [name]: name === 'authorization' ? `Bearer ${apiKey}` : apiKey };
}
