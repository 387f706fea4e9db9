/** Shorter keys are not replaced in answers, because they may occur in any text by chance; in characters. */
const SHORTEST_KEY = 8;

/** Returns a copy of a JSON value without the key. */
export type RedactKey = <Value>(value: Value) => Value;

/**
 * Creates a function that replaces the API key in every text of a value, so that an endpoint that echoes the
 * key cannot put it into a note. It has to run on parsed values: JSON can write the key's letters as escapes.
 */
export function keyRedactor(key: string | null): RedactKey {
  if (key === null || key.length < SHORTEST_KEY) return (value) => value;
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(key, '***');
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, clean(part)]));
  };
  return <Value>(value: Value) => clean(value) as Value;
}
