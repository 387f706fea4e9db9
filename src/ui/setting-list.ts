import type { SettingDefinitionItem } from 'obsidian';
import type { DefinitionContext, ListKey } from './setting-row';

/** The words and rows of a setting whose value is a list. */
export interface SettingList {
  readonly heading: string;
  /** The text that is shown while the list is empty. */
  readonly emptyState: string;
  /** The name of the button that adds an item. */
  readonly add: string;
  /** One row for each item, in the same order. */
  readonly rows: readonly { readonly name: string; readonly desc?: string }[];
  /** True when the user can open the items to change them, and can change their order. */
  readonly isEditable?: boolean;
}

/** Returns a list in which the user adds and removes the items of a setting. */
export function listOf(
  context: DefinitionContext,
  key: ListKey,
  { heading, emptyState, add, rows, isEditable = false }: SettingList,
): SettingDefinitionItem {
  return {
    type: 'list',
    heading,
    emptyState,
    items: rows.map((row, index) =>
      isEditable ? { ...row, action: () => context.editItem(key, index) } : row,
    ),
    addItem: { name: add, action: () => context.editItem(key, null) },
    onDelete: (index) => context.removeItem(key, index),
    ...(isEditable && { onReorder: (from, to) => context.moveItem(key, from, to) }),
  };
}
