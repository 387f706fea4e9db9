import type { SettingDefinitionItem } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import { isFolderRule, type FolderRule, type Rule } from '../settings/rules';
import { listOf } from './setting-list';
import type { DefinitionContext } from './setting-row';

/** Returns the settings page that lists the further inbox folders and the rules. */
export function rulesPage(context: DefinitionContext): SettingDefinitionItem {
  const { rules: words, moreInboxFolders } = context.messages.settings;
  return {
    type: 'page',
    name: words.name,
    desc: words.description,
    items: [
      listOf(context, 'moreInboxFolders', {
        heading: moreInboxFolders.name,
        emptyState: moreInboxFolders.description,
        add: moreInboxFolders.add,
        rows: context.settings().moreInboxFolders.map((name) => ({ name })),
      }),
      listOf(context, 'rules', {
        heading: words.heading,
        emptyState: words.empty,
        add: words.add,
        rows: context.settings().rules.map((rule) => ({
          name: placeOf(rule, context.messages),
          desc: effectOf(rule, context.messages),
        })),
        isEditable: true,
      }),
    ],
  };
}

function placeOf(rule: Rule, { note, settings }: Messages): string {
  if (!isFolderRule(rule)) return format(settings.rules.forKind, { kind: note.kinds[rule.kind] });
  return rule.folder === '/'
    ? settings.rules.wholeVault
    : format(settings.rules.forFolder, { folder: rule.folder });
}

function effectOf(rule: Rule, { settings: { rules: words } }: Messages): string {
  const { template, noteFolder, tags }: Partial<FolderRule> = rule;
  const own: Partial<FolderRule> = isFolderRule(rule) ? rule : {};
  const parts = [
    own.localOnly === true ? words.localOnly.name : '',
    own.instructions === undefined ? '' : words.instructions.name,
    template === undefined ? '' : format(words.shows, { name: words.template.name, value: template }),
    noteFolder === undefined ? '' : format(words.shows, { name: words.noteFolder.name, value: noteFolder }),
    tags === undefined ? '' : format(words.shows, { name: words.tags.name, value: tags.join(', ') }),
  ];
  return parts.filter((part) => part !== '').join(words.separator);
}
