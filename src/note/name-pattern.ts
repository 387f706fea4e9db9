/** The placeholders that a pattern of names can contain, without their braces (`{{date}}`). */
export const namePlaceholders = ['date', 'title', 'kind', 'number', 'seller', 'buyer', 'party'] as const;

type NamePlaceholder = (typeof namePlaceholders)[number];

/** The known values, by the names of their placeholders. */
export type NameParts = Readonly<Partial<Record<NamePlaceholder, string>>>;

/** Matches a placeholder; its group is the name. */
export const placeholder = /\{\{\s*([a-z]*)\s*\}\}/gi;

/** Returns whether a name, in lower case, is the name of a placeholder. */
export function isPlaceholder(name: string): name is NamePlaceholder {
  return namePlaceholders.some((known) => known === name);
}

/** Returns whether a pattern has a placeholder and no unknown placeholders. */
export function isNamePattern(pattern: string): boolean {
  const used = [...pattern.matchAll(placeholder)].map(([, name = '']) => name.toLowerCase());
  return used.length > 0 && used.every(isPlaceholder) && !/[{}]/.test(pattern.replace(placeholder, ''));
}
