import type { SettingDefinition, SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';

/** Evaluates the condition of a definition. If there is no condition, the result is `otherwise`. */
export function holds(condition: boolean | (() => boolean) | undefined, otherwise: boolean): boolean {
  if (condition === undefined) return otherwise;
  return typeof condition === 'function' ? condition() : condition;
}

/** Returns whether a definition is visible now. */
export function isVisible(definition: { readonly visible?: boolean | (() => boolean) }): boolean {
  return holds(definition.visible, true);
}

/** Returns a description as plain text. */
export function textOf(desc: string | DocumentFragment | undefined): string {
  if (desc === undefined) return '';
  return typeof desc === 'string' ? desc : (desc.textContent ?? '');
}

/** An entry that the search of the settings window can find. */
export interface SearchEntry {
  readonly name: string;
  /** The searched text: name, description and aliases. */
  readonly text: string;
  /** Names of the pages to open, outermost first. */
  readonly pages: readonly string[];
}

function rowEntry(row: SettingDefinition, pages: readonly string[]): SearchEntry[] {
  if (!holds(row.searchable, true)) return [];
  return [{ name: row.name, text: [row.name, textOf(row.desc), ...(row.aliases ?? [])].join(' '), pages }];
}

function pageEntries(page: SettingDefinitionPage, pages: readonly string[]): SearchEntry[] {
  const own = { name: page.name, text: `${page.name} ${textOf(page.desc)}`, pages };
  return [own, ...searchEntries(page.items ?? [], [...pages, page.name])];
}

/**
 * Returns the search entries of definitions, including those in groups and on pages. Leaves out definitions
 * that are hidden or excluded from the search.
 */
export function searchEntries(
  items: readonly SettingDefinitionItem[],
  pages: readonly string[] = [],
): SearchEntry[] {
  return items.filter(isVisible).flatMap((item) => {
    if (!('type' in item)) return rowEntry(item, pages);
    return item.type === 'page' ? pageEntries(item, pages) : searchEntries(item.items ?? [], pages);
  });
}
