import { PRESETS, type EndpointId } from '../llm/presets/presets';

function namesOf(presets: typeof PRESETS): Readonly<Record<EndpointId, string>> {
  const names = Object.fromEntries(Object.values(presets).map(({ id, name }) => [id, name]));
  // The type of `Object.fromEntries` forgets which keys there are.
  return names as Record<EndpointId, string>;
}

/** Names of providers as they write them themselves; a language may have its own for some. */
export const brands = namesOf(PRESETS);
