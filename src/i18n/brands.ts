import { PRESETS, type EndpointId } from '../llm/presets/presets';

function namesOf(presets: typeof PRESETS): Readonly<Record<EndpointId, string>> {
  const names = Object.fromEntries(Object.values(presets).map(({ id, name }) => [id, name]));
  // The type of `Object.fromEntries` does not contain the keys.
  return names as Record<EndpointId, string>;
}

/** The names that providers use for themselves, by preset id. A language can replace some of these names. */
export const brands = namesOf(PRESETS);
