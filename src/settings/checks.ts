/** The value as it is to be stored, or `undefined` when it cannot be that setting. */
export type Check<Value> = (value: unknown) => Value | undefined;

/** Text of at most `most` UTF-16 units. */
export function text(most: number, pattern = /^/): Check<string> {
  return (value) => (typeof value === 'string' && value.length <= most && pattern.test(value) ? value : undefined);
}

/** One line, without white space at its ends, of `least` to `most` UTF-16 units. */
export function line(least = 0, most = 500, pattern = /^/): Check<string> {
  return (value) => {
    const trimmed = typeof value === 'string' ? value.trim() : '';
    const fits = trimmed.length >= least && trimmed.length <= most && pattern.test(trimmed) && !/\p{Cc}/u.test(trimmed);
    return typeof value === 'string' && fits ? trimmed : undefined;
  };
}

/** A vault path without slashes at the ends; `/` is the whole vault. What begins with a dot the app does not show. */
export const folder: Check<string> = (value) => {
  const path = line()(value);
  if (path === undefined || path.split('/').some((name) => name.startsWith('.'))) return undefined;
  return /^\/+$/.test(path) ? '/' : path.replace(/^\/+|\/+$/g, '');
};

/** A whole number. */
export function count(least = 0, most = Infinity): Check<number> {
  return (value) => (isWhole(value) && value >= least && value <= most ? value : undefined);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

export const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export function oneOf<Value extends string>(values: readonly Value[]): Check<Value> {
  return (value) => values.find((known) => known === value);
}

/** At most `most` values, each of which passes. */
export function listOf<Value>(check: Check<Value>, most: number): Check<readonly Value[]> {
  return (values) => {
    if (!Array.isArray(values) || values.length > most) return undefined;
    const checked = values.map(check).filter((value) => value !== undefined);
    return checked.length === values.length ? checked : undefined;
  };
}
