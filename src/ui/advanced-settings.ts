import type { SettingDefinition, SettingDefinitionItem } from 'obsidian';
import { format } from '../i18n/messages';
import { listOf } from './setting-list';
import { isOnline, row, type ControlKey, type DefinitionContext } from './setting-row';

/**
 * Returns the page of settings that most users never need: limits for requests, and additions to requests.
 */
export function advancedPage(context: DefinitionContext): SettingDefinitionItem {
  const { settings: words } = context.messages;
  return {
    type: 'page',
    name: words.advanced.name,
    desc: words.advanced.description,
    visible: () => isOnline(context),
    items: [
      {
        type: 'group',
        heading: words.advanced.requests,
        cls: 'pdf-inbox-settings',
        items: requestRows(context),
      },
      listOf(context, 'extraHeaders', {
        heading: words.extraHeaders.name,
        emptyState: words.extraHeaders.description,
        add: words.extraHeaders.add,
        rows: context.settings().extraHeaders.map(({ name, secret }) => ({
          name,
          desc: format(words.extraHeaders.secret, { secret }),
        })),
      }),
    ],
  };
}

function requestRows(context: DefinitionContext): SettingDefinition<ControlKey>[] {
  const numbers = (['silenceSeconds', 'requestsPerMinute'] as const).map((key) =>
    row(context, { type: 'number', key, min: 0, step: 1, validate: (value) => context.check(key, value) }),
  );
  return [
    ...numbers,
    row(context, {
      type: 'textarea',
      key: 'extraBody',
      rows: 4,
      placeholder: '{ "top_p": 0.9 }',
      validate: (value) => context.check('extraBody', value),
    }),
  ];
}
