import { PRESETS, type EndpointId } from '../llm/presets/presets';

function namesOf(presets: typeof PRESETS): Readonly<Record<EndpointId, string>> {
  const names = Object.fromEntries(Object.values(presets).map(({ id, name }) => [id, name]));
  // The type of `Object.fromEntries` does not name the keys.
  return names as Record<EndpointId, string>;
}

/** The names of providers as the providers write them, by preset id. A language may replace some of them. */
export const brands = namesOf(PRESETS);
