import { PRESETS, type EndpointId } from '../llm/presets/presets';

function namesOf(presets: typeof PRESETS): Readonly<Record<EndpointId, string>> {
  const names = Object.fromEntries(Object.values(presets).map(({ id, name }) => [id, name]));
  // `Object.fromEntries` has an index signature as its type; this restores the known keys.
  return names as Record<EndpointId, string>;
}

/** The names of providers in their own spelling, by preset id. A language may replace some of them. */
export const brands = namesOf(PRESETS);
