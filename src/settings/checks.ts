/** Returns the value in the form in which it is stored, or `undefined` when it is invalid. */
export type Check<Value> = (value: unknown) => Value | undefined;

/** Accepts text of at most `most` UTF-16 units that matches `pattern`. */
export function text(most: number, pattern = /^/): Check<string> {
  return (value) =>
    typeof value === 'string' && value.length <= most && pattern.test(value) ? value : undefined;
}

/**
 * Accepts one line of `least` to `most` UTF-16 units that matches `pattern`, and removes white space at its
 * ends.
 */
export function line(least = 0, most = 500, pattern = /^/): Check<string> {
  return (value) => {
    const trimmed = typeof value === 'string' ? value.trim() : '';
    const fits =
      trimmed.length >= least && trimmed.length <= most && pattern.test(trimmed) && !/\p{Cc}/u.test(trimmed);
    return typeof value === 'string' && fits ? trimmed : undefined;
  };
}

/**
 * Accepts a vault path and removes slashes at its ends; `/` is the whole vault. A path with a name that
 * begins with a dot is invalid, because the app hides such files.
 */
export const folder: Check<string> = (value) => {
  const path = line()(value);
  if (path === undefined || path.split('/').some((name) => name.startsWith('.'))) return undefined;
  return /^\/+$/.test(path) ? '/' : path.replace(/^\/+|\/+$/g, '');
};

/** Accepts a whole number from `least` to `most`. */
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

/** Accepts a list of at most `most` values, each of which `check` accepts. */
export function listOf<Value>(check: Check<Value>, most: number): Check<readonly Value[]> {
  return (values) => {
    if (!Array.isArray(values) || values.length > most) return undefined;
    const checked = values.map(check).filter((value) => value !== undefined);
    return checked.length === values.length ? checked : undefined;
  };
}
