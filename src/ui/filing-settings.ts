import type { SettingDefinitionItem } from 'obsidian';
import { format } from '../i18n/messages';
import { isOnline, row, type DefinitionContext } from './setting-row';

/** Returns the page of settings for filing: title, key facts, tags, and whose the to-dos are. */
export function filingPage(context: DefinitionContext): SettingDefinitionItem {
  const { settings: words, note } = context.messages;
  const { ownFields } = context.settings();
  const hasTags = (): boolean => context.settings().tagPolicy !== 'none';
  return {
    type: 'page',
    name: words.filing.name,
    desc: words.filing.description,
    items: [
      {
        type: 'group',
        heading: words.filing.facts,
        items: [
          row(context, { type: 'toggle', key: 'titleAsHeading' }),
          row(context, { type: 'toggle', key: 'factProperties' }),
          row(context, { type: 'text', key: 'me', validate: (value) => context.check('me', value) }),
        ],
      },
      {
        type: 'list',
        heading: words.ownFields.name,
        emptyState: words.ownFields.description,
        items: ownFields.map(({ name, type, ask, kinds }) => ({
          name,
          desc: format(words.ownFields.row, {
            type: words.ownFields.types[type],
            kinds: kinds.map((kind) => note.kinds[kind]).join(', '),
            ask,
          }),
        })),
        addItem: { name: words.ownFields.add, action: () => context.addField() },
        onDelete: (index) => context.removeField(index),
      },
      {
        type: 'group',
        heading: words.filing.tags,
        items: [
          row(context, { type: 'dropdown', key: 'tagPolicy', options: words.options.tagPolicy }),
          row(
            context,
            { type: 'text', key: 'tagPrefix', validate: (value) => context.check('tagPrefix', value) },
            hasTags,
          ),
          row(context, { type: 'toggle', key: 'tagsInProperty' }, hasTags),
          row(context, { type: 'toggle', key: 'tagsToModel' }, () => hasTags() && isOnline(context)),
        ],
      },
    ],
  };
}
