/** The kinds of values that the plugin can replace before text is sent. The settings store these names. */
export const REDACT_KINDS = ['idCard', 'bankCard', 'phone', 'email'] as const;
export type RedactKind = (typeof REDACT_KINDS)[number];

/** Returns true for kinds of values, and false for the user's own words. */
export function isRedactKind(pattern: string): pattern is RedactKind {
  return REDACT_KINDS.some((kind) => kind === pattern);
}

/**
 * A value in a folded text, in which equivalent characters have one form (see `folded.ts`). `start` and `end`
 * are UTF-16 offsets in this text; `end` is after the last character.
 */
export interface Finding {
  readonly kind: RedactKind | 'word';
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the values that a pattern matches. If the pattern has a group, only the text of its first group is
 * a value.
 */
export function matchesOf(text: string, pattern: RegExp, kind: Finding['kind']): Finding[] {
  return [...text.matchAll(pattern)].map((match) => {
    const value = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    return { kind, start, end: start + value.length };
  });
}
