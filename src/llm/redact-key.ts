/**
 * Minimum length, in characters, of a secret that is replaced. Shorter secrets may occur in any text by
 * chance.
 */
const SHORTEST = 8;
/**
 * Minimum length of a secret with letters and digits that is also recognised in other spellings. Shorter
 * secrets and plain words, such as the value of a header that names a team, are too likely to occur by
 * chance.
 */
const SHORTEST_CODED = 16;

/** Returns a copy of a JSON value without the secrets. */
export type RedactKey = <Value>(value: Value) => Value;

/**
 * Creates a function that replaces secrets, such as the API key, in every text of a value. Without this
 * function, an endpoint could repeat a secret in its answer, and the secret would be written into a note. The
 * function must run on parsed values. It also finds other spellings of a secret: divided by spaces, line
 * breaks or signs, in another case, percent-encoded, in base64 (also after a user name or `Bearer`), or with
 * escapes of JSON or HTML.
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

/** Returns the patterns that match a secret: first in its own spelling, then in other spellings. */
function patternsOf(secret: string): readonly RegExp[] {
  const exact = new RegExp(
    secret.replace(/[^a-z\d]/gi, (sign) => `\\u${hexOf(sign, 4)}`),
    'g',
  );
  const isCode = secret.length >= SHORTEST_CODED && /^(?=.*[a-z])(?=.*\d)[\x20-\x7e]+$/i.test(secret);
  return isCode ? [exact, ...[secret, ...base64Of(secret)].map(looselyOf)] : [exact];
}

/** The hexadecimal codes of the signs of ASCII. */
const SIGN = '(?:[0-2][\\da-f]|3[a-f]|40|5[b-f]|60|7[b-f])';
/** The decimal codes of the signs of ASCII. */
const DECIMAL_SIGN = '(?:\\d|[1-3]\\d|4[0-7]|5[89]|6[0-4]|9[1-6]|12[3-7])';
/** Matches any character except ASCII letters and digits and their full-width forms. */
const OTHER = String.raw`[^a-z\d\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]`;
/** Maximum number of signs, or escapes of signs, between two letters of a secret. */
const GAP = String.raw`(?:%${SIGN}|\\u00${SIGN}|&#0*(?:x0*${SIGN}|${DECIMAL_SIGN});|${OTHER}){0,8}?`;

/** Matches the letters and digits of a text in their order, each in upper or lower case or as an escape. */
function looselyOf(text: string): RegExp {
  const parts = Array.from(text.replace(/[^a-z\d]/gi, ''), (character) => {
    const codes = [character.toLowerCase(), character.toUpperCase()].map((one) => {
      const hex = hexOf(one, 2);
      return `%${hex}|\\\\u00${hex}|&#0*(?:${String(one.charCodeAt(0))}|x0*${hex});`;
    });
    // The last alternative is the full-width form of the character.
    const wide = String.fromCharCode(character.charCodeAt(0) + 0xfee0);
    return `(?:${character}|${wide}|${codes.join('|')})`;
  });
  return new RegExp(parts.join(GAP), 'gi');
}

/**
 * Returns the three forms that a text can have inside of base64, because the text can begin at three places
 * within a group of three bytes. Each form has only the characters that do not depend on the text around it.
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
