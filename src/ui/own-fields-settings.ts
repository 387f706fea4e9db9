import type { SettingDefinitionItem } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import type { OwnField } from '../llm/own-field';
import { listOf } from './setting-list';
import type { DefinitionContext } from './setting-row';

/** Returns the page for the user's own fields. */
export function ownFieldsPage(context: DefinitionContext): SettingDefinitionItem {
  const { ownFields: words } = context.messages.settings;
  return {
    type: 'page',
    name: words.name,
    desc: words.description,
    items: [
      listOf(context, 'ownFields', {
        heading: words.heading,
        emptyState: words.empty,
        add: words.add,
        rows: context.settings().ownFields.map((field) => ({
          name: field.name,
          desc: descriptionOf(field, context.messages),
        })),
        isEditable: true,
      }),
    ],
  };
}

function descriptionOf({ type, kinds }: OwnField, { note, settings }: Messages): string {
  const { shows, allKinds, separator } = settings.ownFields;
  const names = kinds.map((kind) => note.kinds[kind]).join(separator);
  return format(shows, { type: note.valueTypes[type], kinds: names || allKinds });
}
