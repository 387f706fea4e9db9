/** The placeholders that a pattern for note names can contain, such as `{{date}}`, without their braces. */
export const namePlaceholders = ['date', 'title', 'kind', 'number', 'seller', 'buyer', 'party'] as const;

type NamePlaceholder = (typeof namePlaceholders)[number];

/** The value of each placeholder whose value is known. */
export type NameParts = Readonly<Partial<Record<NamePlaceholder, string>>>;

/** Matches a placeholder with its braces. The first group is the name between the braces. */
export const placeholder = /\{\{\s*([a-z]*)\s*\}\}/gi;

/** Returns whether `name` is the name of a placeholder. Expects lower case. */
export function isPlaceholder(name: string): name is NamePlaceholder {
  return namePlaceholders.some((known) => known === name);
}

/** Returns whether a pattern has at least one placeholder, and no unknown placeholder and no other braces. */
export function isNamePattern(pattern: string): boolean {
  const used = [...pattern.matchAll(placeholder)].map(([, name = '']) => name.toLowerCase());
  return used.length > 0 && used.every(isPlaceholder) && !/[{}]/.test(pattern.replace(placeholder, ''));
}
