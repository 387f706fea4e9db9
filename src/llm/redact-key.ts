/** Shorter secrets, in characters, are not replaced, because they may occur in any text by chance. */
const SHORTEST = 8;

/** Returns a copy of a JSON value without the secrets. */
export type RedactKey = <Value>(value: Value) => Value;

/**
 * Creates a function that replaces secrets, such as the API key, in every text of a value. Without it, an
 * endpoint could repeat a secret in its answer and so put it into a note. It has to run on parsed values:
 * JSON can write the letters of a secret as escapes.
 */
export function keyRedactor(secrets: readonly string[]): RedactKey {
  // A secret may contain another one.
  const hidden = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .sort((one, other) => other.length - one.length);
  if (hidden.length === 0) return (value) => value;
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string')
      return hidden.reduce((text, secret) => text.replaceAll(secret, '***'), value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [clean(name), clean(part)]));
  };
  return <Value>(value: Value) => clean(value) as Value;
}
