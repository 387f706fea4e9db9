import type { SettingDefinition, SettingDefinitionItem } from 'obsidian';
import { format } from '../i18n/messages';
import { PROVIDERS } from '../llm/presets/presets';
import type { TaskFormat } from '../note/content';
import type { SettingKey } from '../settings';
import { advancedPage } from './advanced-settings';
import { filingPage } from './filing-settings';
import { ownFieldsPage } from './own-fields-settings';
import { redactionPage } from './redaction-settings';
import { rulesPage } from './rules-settings';
import { isOnline, row, type ControlKey, type DefinitionContext, type ModelKey } from './setting-row';

/**
 * Languages offered for the digest, each named in the language itself. `data.json` may contain any other
 * language tag.
 */
const outputLanguages: Readonly<Record<string, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  ru: 'Русский',
};

/** Returns all rows of the tab, in groups. */
export function settingDefinitions(context: DefinitionContext): SettingDefinitionItem[] {
  const { groups } = context.messages.settings;
  return [
    { type: 'group', heading: groups.inbox, items: inboxRows(context) },
    { type: 'group', heading: groups.model, items: modelRows(context) },
    {
      type: 'group',
      heading: groups.digest,
      cls: 'pdf-inbox-settings',
      visible: () => isOnline(context),
      items: digestRows(context),
    },
    { type: 'group', heading: groups.note, items: noteRows(context) },
    { type: 'group', heading: groups.scanned, visible: () => isOnline(context), items: scannedRows(context) },
    limitsPage(context),
    filingPage(context),
    ownFieldsPage(context),
    rulesPage(context),
    redactionPage(context),
    advancedPage(context),
    {
      type: 'group',
      heading: groups.device,
      items: [{ ...context.messages.settings.forget, action: () => context.forgetDevice() }],
    },
  ];
}

function inboxRows(context: DefinitionContext): SettingDefinition<ControlKey>[] {
  const { settings: words } = context.messages;
  const inboxMissing = (): boolean => !context.folderExists(context.settings().inboxFolder);
  return [
    row(context, {
      type: 'folder',
      key: 'inboxFolder',
      includeRoot: true,
      validate: (value) => context.check('inboxFolder', value),
    }),
    {
      name: words.createFolder,
      desc: words.folderMissing,
      visible: inboxMissing,
      action: () => context.createInboxFolder(),
    },
    row(context, { type: 'toggle', key: 'auto' }),
    row(context, {
      type: 'number',
      key: 'settleSeconds',
      min: 1,
      max: 600,
      step: 1,
      validate: (value) => context.check('settleSeconds', value),
    }),
    { ...words.firstRun, action: () => context.openFirstRun() },
  ];
}

function modelRows(context: DefinitionContext): SettingDefinition<ControlKey>[] {
  const { settings: words } = context.messages;
  const online = (): boolean => isOnline(context);
  const providers = Object.fromEntries(PROVIDERS.map((id) => [id, words.providers[id]]));
  return [
    row(context, { type: 'dropdown', key: 'provider', options: providers }),
    row(
      context,
      { type: 'text', key: 'baseUrl', validate: (value) => context.check('baseUrl', value) },
      online,
    ),
    row(context, { type: 'text', key: 'model', validate: (value) => context.check('model', value) }, online),
    modelPickerRow(context, 'model', online),
    {
      name: words.apiKeySecret.name,
      desc: words.apiKeySecret.description,
      visible: online,
      render: context.render.apiKey,
    },
    {
      name: words.testConnection.name,
      desc: words.testConnection.description,
      visible: online,
      render: context.render.testConnection,
    },
    row(context, { type: 'toggle', key: 'completeByItself' }, online),
  ];
}

/** Returns the row below a model's text field. The models are loaded only when the user opens the picker. */
function modelPickerRow(
  context: DefinitionContext,
  key: ModelKey,
  visible: () => boolean,
): SettingDefinition<ControlKey> {
  const { name, description } = context.messages.settings.modelPicker;
  return { name, desc: description, visible, action: () => context.chooseModel(key) };
}

function digestRows(context: DefinitionContext): SettingDefinition<ControlKey>[] {
  const { settings: words } = context.messages;
  const readsTwice = (): boolean => context.settings().secondReading;
  const current = context.settings().outputLanguage;
  const languages = { auto: words.options.outputLanguage.auto, ...outputLanguages };
  const options = current in languages ? languages : { ...languages, [current]: current };
  return [
    row(context, {
      type: 'textarea',
      key: 'prompt',
      rows: 8,
      validate: (value) => context.check('prompt', value),
    }),
    {
      name: words.resetPrompt,
      visible: () => context.settings().prompt !== '',
      action: () => context.resetPrompt(),
    },
    row(context, { type: 'dropdown', key: 'outputLanguage', options }),
    secondReadingRow(context),
    row(
      context,
      { type: 'text', key: 'checkModel', validate: (value) => context.check('checkModel', value) },
      readsTwice,
    ),
    modelPickerRow(context, 'checkModel', readsTwice),
  ];
}

function secondReadingRow(context: DefinitionContext): SettingDefinition<ControlKey> {
  const { description, cost } = context.messages.settings.secondReading;
  const definition = row(context, { type: 'toggle', key: 'secondReading' });
  return { ...definition, desc: format(description, { cost }) };
}

function noteRows(context: DefinitionContext): SettingDefinition<ControlKey>[] {
  const { options } = context.messages.settings;
  const taskFormats: Readonly<Record<TaskFormat, string>> = options.taskFormat;
  return [
    row(context, {
      type: 'folder',
      key: 'noteFolder',
      validate: (value) => context.check('noteFolder', value),
    }),
    row(context, { type: 'text', key: 'tags', validate: (value) => context.check('tags', value) }),
    row(context, { type: 'dropdown', key: 'taskFormat', options: taskFormats }),
    row(context, {
      type: 'file',
      key: 'template',
      filter: ({ extension }) => extension === 'md',
      validate: (value) => context.check('template', value),
    }),
    row(context, { type: 'dropdown', key: 'archive', options: options.archive }),
    row(
      context,
      {
        type: 'number',
        key: 'archiveLimit',
        min: 0,
        step: 1,
        validate: (value) => context.check('archiveLimit', value),
      },
      () => context.settings().archive !== 'none',
    ),
  ];
}

function scannedRows(context: DefinitionContext): SettingDefinition<ControlKey>[] {
  const { options } = context.messages.settings;
  const reads = (): boolean => context.settings().scannedPages === 'vision';
  return [
    row(context, { type: 'dropdown', key: 'scannedPages', options: options.scannedPages }),
    row(
      context,
      { type: 'text', key: 'visionModel', validate: (value) => context.check('visionModel', value) },
      reads,
    ),
    modelPickerRow(context, 'visionModel', reads),
  ];
}

function limitsPage(context: DefinitionContext): SettingDefinitionItem {
  const { groups, limits, spentToday } = context.messages.settings;
  const numbers = (...keys: readonly SettingKey[]): SettingDefinition<ControlKey>[] =>
    keys.map((key) =>
      row(context, { type: 'number', key, min: 0, step: 1, validate: (value) => context.check(key, value) }),
    );
  const desc = format(spentToday.description, { tokens: context.spentToday().toLocaleString() });
  return {
    type: 'page',
    name: groups.limits,
    desc: limits.description,
    visible: () => isOnline(context),
    items: [
      {
        type: 'group',
        heading: limits.cost,
        items: [
          { name: spentToday.name, desc, searchable: false },
          ...numbers('confirmAboveTokens', 'dailyTokenLimit'),
        ],
      },
      {
        type: 'group',
        heading: limits.requests,
        items: numbers('contextTokens', 'maxOutputTokens', 'concurrency'),
      },
    ],
  };
}
