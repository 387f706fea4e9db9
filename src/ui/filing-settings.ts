import type { SettingDefinitionItem } from 'obsidian';
import { isOnline, row, type DefinitionContext } from './setting-row';
import { withPlaceholders } from './setting-values';

/** Returns the page of settings for filing: title, key facts, names of the user, file names and tags. */
export function filingPage(context: DefinitionContext): SettingDefinitionItem {
  const { settings: words } = context.messages;
  const usesVaultTags = (): boolean => ['prefer', 'only'].includes(context.settings().tagPolicy);
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
        type: 'group',
        heading: words.filing.names,
        items: [
          row(context, { type: 'dropdown', key: 'renameByTitle', options: words.options.renameByTitle }),
          {
            ...row(context, {
              type: 'text',
              key: 'renamePattern',
              validate: (value) => context.check('renamePattern', value),
            }),
            desc: withPlaceholders(words.renamePattern.description),
          },
        ],
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
          row(context, { type: 'toggle', key: 'tagsToModel' }, () => isOnline(context) && usesVaultTags()),
        ],
      },
    ],
  };
}
