import type { SettingDefinitionItem } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import type { OwnField } from '../llm/own-field';
import type { DefinitionContext } from './setting-row';

/** Returns the page for the user's own fields. */
export function ownFieldsPage(context: DefinitionContext): SettingDefinitionItem {
  const { ownFields: words } = context.messages.settings;
  return {
    type: 'page',
    name: words.name,
    desc: words.description,
    items: [
      {
        type: 'list',
        heading: words.heading,
        emptyState: words.empty,
        items: context.settings().ownFields.map((field, index) => ({
          name: field.name,
          desc: descriptionOf(field, context.messages),
          action: () => context.editField(index),
        })),
        addItem: { name: words.add, action: () => context.editField(null) },
        onDelete: (index) => context.removeItem('ownFields', index),
        onReorder: (from, to) => context.moveItem('ownFields', from, to),
      },
    ],
  };
}

/** Returns the type of a field and the kinds of documents that have it, in words. */
function descriptionOf({ type, kinds }: OwnField, { note, settings }: Messages): string {
  const { shows, allKinds, separator } = settings.ownFields;
  const names = kinds.map((kind) => note.kinds[kind]).join(separator);
  return format(shows, { type: note.valueTypes[type], kinds: names || allKinds });
}
