import { PRESETS, type EndpointId } from '../llm/presets/presets';

function namesOf(presets: typeof PRESETS): Readonly<Record<EndpointId, string>> {
  const names = Object.fromEntries(Object.values(presets).map(({ id, name }) => [id, name]));
  // `Object.fromEntries` returns an index signature; this restores the known keys.
  return names as Record<EndpointId, string>;
}

/** Provider names in their own spelling, by preset id. A language may replace some of them. */
export const brands = namesOf(PRESETS);
