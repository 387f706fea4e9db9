/**
 * Minimum length, in characters, of a secret that is replaced. Shorter secrets may occur in any text by
 * chance.
 */
const SHORTEST = 8;
/**
 * A secret that has letters and digits, and at least this number of characters, is also replaced in other
 * spellings. Other spellings of a shorter secret may occur in any text by chance.
 */
const SHORTEST_CODED = 16;

/** Returns a copy of a JSON value without the secrets. */
export type RedactKey = <Value>(value: Value) => Value;

/**
 * Creates a function that replaces secrets, such as the API key, in every text of a parsed value. An endpoint
 * could repeat a secret in its answer, and the secret would get into a note.
 *
 * Other spellings of a secret are replaced too: with spaces, line breaks or signs inside, in another case,
 * percent-encoded, in base64 (alone or in a longer text such as `user:secret`), or with escapes of JSON or
 * HTML.
 */
export function keyRedactor(secrets: readonly string[]): RedactKey {
  // Longer secrets come first, because a secret may contain a shorter one.
  const hidden = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .sort((one, other) => other.length - one.length)
    .flatMap(patternsOf);
  if (hidden.length === 0) return (value) => value;
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return hidden.reduce((text, secret) => text.replace(secret, '***'), value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [clean(name), clean(part)]));
  };
  return <Value>(value: Value) => clean(value) as Value;
}

function patternsOf(secret: string): readonly RegExp[] {
  const exact = new RegExp(
    secret.replace(/[^a-z\d]/gi, (sign) => `\\u${hexOf(sign, 4)}`),
    'g',
  );
  const isCode = secret.length >= SHORTEST_CODED && /^(?=.*[a-z])(?=.*\d)[\x20-\x7e]+$/i.test(secret);
  return isCode ? [exact, ...[secret, ...base64Of(secret)].map(looselyOf)] : [exact];
}

/** Matches the hexadecimal code of an ASCII character that is not a letter or digit. */
const SIGN = '(?:[0-2][\\da-f]|3[a-f]|40|5[b-f]|60|7[b-f])';
/** Matches the decimal code of an ASCII character that is not a letter or digit. */
const DECIMAL_SIGN = '(?:\\d|[1-3]\\d|4[0-7]|5[89]|6[0-4]|9[1-6]|12[3-7])';
/** Matches any character except ASCII letters and digits and their full-width forms. */
const OTHER = String.raw`[^a-z\d\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]`;
/**
 * Matches what can be between two letters or digits of a secret: at most eight other characters or their
 * escapes.
 */
const GAP = String.raw`(?:%${SIGN}|\\u00${SIGN}|&#0*(?:x0*${SIGN}|${DECIMAL_SIGN});|${OTHER}){0,8}?`;

/**
 * Matches the letters and digits of a text in any case, as escapes, or with other characters between them.
 */
function looselyOf(text: string): RegExp {
  const parts = Array.from(text.replace(/[^a-z\d]/gi, ''), (character) => {
    const codes = [character.toLowerCase(), character.toUpperCase()].map((one) => {
      const hex = hexOf(one, 2);
      return `%${hex}|\\\\u00${hex}|&#0*(?:${String(one.charCodeAt(0))}|x0*${hex});`;
    });
    // The full-width form of the character.
    const wide = String.fromCharCode(character.charCodeAt(0) + 0xfee0);
    return `(?:${character}|${wide}|${codes.join('|')})`;
  });
  return new RegExp(parts.join(GAP), 'gi');
}

/**
 * Returns the base64 forms that a text can have when it is a part of a longer text. There are three, because
 * base64 encodes groups of three bytes, and the text can begin at the first, second or third byte of a
 * group. Characters that depend on the longer text are left out.
 */
function base64Of(text: string): readonly string[] {
  return [0, 2, 3].map((start, before) => {
    const whole = Math.floor(((before + text.length) * 4) / 3);
    return btoa(' '.repeat(before) + text).slice(start, whole);
  });
}

function hexOf(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}
