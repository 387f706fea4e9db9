import { isRedactKind } from '../../src/redact/finding';
import type { SettingDefinitionItem } from 'obsidian';
import { traitsOf, type FailureKind } from '../../src/failure-kinds';
import { failureText, format, messagesFor, type Messages } from '../../src/i18n/messages';
import { PRESETS } from '../../src/llm/presets/presets';
import { defaultSettings, type SettingKey, type Settings } from '../../src/settings';
import { settingDefinitions } from '../../src/ui/setting-definitions';
import { endpointSections, endpointWords } from './endpoints';
import { propertySections, propertyWords } from './properties';

/** Words that are on the reference pages, but not in the plugin itself. */
interface PageWords {
  readonly settings: string;
  readonly settingsIntro: string;
  readonly settingsHead: string;
  readonly page: string;
  readonly choices: string;
  readonly separator: string;
  /** The text between two sentences: a blank, or in Chinese an empty text. */
  readonly space: string;
  readonly or: string;
  readonly onlyOnline: string;
  readonly key: string;
  readonly initially: string;
  readonly byProvider: string;
  readonly createFolder: string;
  readonly resetPrompt: string;
  readonly modelPicker: string;
  readonly spentToday: string;
  readonly fieldsHead: string;
  readonly ownFieldsHead: string;
  readonly onlyFolder: string;
  readonly troubleshooting: string;
  readonly troubleshootingIntro: string;
  readonly origins: Readonly<Record<'pdf' | 'endpoint' | 'vault' | 'plugin', string>>;
  readonly failuresHead: string;
  readonly commands: string;
  readonly commandsIntro: string;
  readonly commandsHead: string;
}

const pageWords: Readonly<Record<'en' | 'zh-CN', PageWords>> = {
  en: {
    settings: 'Settings',
    settingsIntro:
      'This page lists the settings in the order of the settings tab. Some settings are shown only when they have an effect. The pages *Limits and cost*, *Filing*, *Own fields*, *Folders and kinds* and *Advanced* are near the end of the tab.',
    settingsHead: '| setting | what it does | key in `data.json` |',
    page: 'These settings are on a separate page of the settings tab.',
    choices: 'Choices: {choices}.',
    separator: '; ',
    space: ' ',
    or: ' or ',
    onlyOnline: 'Only with a provider.',
    key: 'The key in `data.json` is `{key}`.',
    initially: 'Default: {value}.',
    byProvider: 'The value is {values}, depending on the provider.',
    createFolder: 'Creates the inbox folder. Shown only when the folder does not exist.',
    resetPrompt: 'Replaces the instructions above by the built-in ones. Shown only when you have changed them.',
    modelPicker: 'Loads the list of models from the endpoint, for the setting above.',
    spentToday: 'Shows the tokens used today on this device, as reported by the endpoint.',
    fieldsHead: '| field of a rule | what it does |',
    ownFieldsHead: '| part of a field | what it does |',
    onlyFolder: 'Only in a rule for a folder.',
    troubleshooting: 'When something fails',
    troubleshootingIntro:
      'This page lists the failures of PDFs, endpoints, the vault and the plugin, and what you can do about each of them. In the app, a sentence may have further details, such as the name of the model. The last column is the name of the failure in *Copy diagnostics*.',
    origins: { pdf: 'The PDF', endpoint: 'The endpoint', vault: 'The vault', plugin: 'The plugin' },
    failuresHead: '| what happened | what you can do | name |',
    commands: 'Commands',
    commandsIntro: 'No command has a hotkey until you choose one.',
    commandsHead: '| command | id |',
  },
  'zh-CN': {
    settings: '设置',
    settingsIntro: '按设置页的顺序列出各项设置。有些设置只在起作用时显示。“限制与费用”“归档”“自定义字段”“文件夹与文档类型”和“高级”几页靠近设置页的末尾。',
    settingsHead: '| 设置 | 作用 | `data.json` 中的键 |',
    page: '这是设置页中单独的一页。',
    choices: '可选：{choices}。',
    separator: '；',
    space: '',
    or: ' 或 ',
    onlyOnline: '仅在选择服务商后显示。',
    key: '`data.json` 中的键是 `{key}`。',
    initially: '默认值：{value}。',
    byProvider: '该值因服务商而异，为 {values}。',
    createFolder: '创建收件箱文件夹。仅在该文件夹不存在时显示。',
    resetPrompt: '把上面的提示词换回内置提示词。仅在您改动过提示词时显示。',
    modelPicker: '从接口获取模型列表，用于上一项设置。',
    spentToday: '显示本设备今天已用的 token 数，以接口报告的用量为准。',
    fieldsHead: '| 规则的各项 | 作用 |',
    ownFieldsHead: '| 字段的各项 | 作用 |',
    onlyFolder: '仅用于文件夹的规则。',
    troubleshooting: '出错时怎么办',
    troubleshootingIntro: 'PDF、模型接口、仓库和插件的各种错误，以及您可以做什么。应用中的句子可能还有细节，例如模型的名称。最后一列是“复制诊断信息”中该错误的名称。',
    origins: { pdf: 'PDF 文件', endpoint: '模型接口', vault: '仓库', plugin: '插件' },
    failuresHead: '| 发生了什么 | 您可以做什么 | 名称 |',
    commands: '命令',
    commandsIntro: '命令默认没有快捷键，您可以自行设置。',
    commandsHead: '| 命令 | 标识 |',
  },
};

/**
 * Returns the reference pages by path. They are made from the texts that the plugin shows, so that no
 * setting, command or failure is missing.
 */
export function referencePages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (['en', 'zh-CN'] as const).flatMap((language) => {
      const suffix = language === 'en' ? '' : `.${language}`;
      const messages = messagesFor(language);
      const words = pageWords[language];
      return [
        [`docs/settings${suffix}.md`, settingsPage(words, messages, language)],
        [`docs/troubleshooting${suffix}.md`, troubleshootingPage(words, messages)],
        [
          `docs/properties${suffix}.md`,
          page(propertyWords[language].title, ...propertySections(propertyWords[language], messages)),
        ],
        [
          `docs/endpoints${suffix}.md`,
          page(endpointWords[language].title, ...endpointSections(endpointWords[language], messages)),
        ],
      ];
    }),
  );
}

function settingsPage(words: PageWords, messages: Messages, language: string): string {
  const online = { ...defaultSettings(language), provider: 'custom', scannedPages: 'vision' } as const;
  let settings: Settings = online;
  const nothing = (): void => undefined;
  const items = settingDefinitions({
    messages,
    settings: () => settings,
    check: () => undefined,
    folderExists: () => true,
    spentToday: () => 0,
    createInboxFolder: nothing,
    openFirstRun: nothing,
    previewSent: () => undefined,
    forgetDevice: nothing,
    resetPrompt: nothing,
    chooseModel: nothing,
    editItem: nothing,
    moveItem: nothing,
    removeItem: nothing,
    render: { apiKey: nothing, testConnection: nothing },
  });
  const needsProvider = (item: object): boolean => {
    if (!('visible' in item) || typeof item.visible !== 'function') return false;
    const isVisible = item.visible as () => boolean;
    settings = { ...online, provider: 'offline' };
    const offline = isVisible();
    settings = online;
    return isVisible() && !offline;
  };
  const fields = { rules: ruleFields(words, messages), ownFields: fieldParts(words, messages) };
  const commands = Object.entries(messages.commands).map(([id, name]) => row(name, `\`${id}\``));
  return page(
    words.settings,
    words.settingsIntro,
    ...items.flatMap((item) => settingsOf(item, { words, messages, needsProvider, fields }, 2)),
    `## ${words.commands}`,
    words.commandsIntro,
    [words.commandsHead, '| --- | --- |', ...commands].join('\n'),
  );
}

interface SettingsContext {
  readonly words: PageWords;
  readonly messages: Messages;
  readonly needsProvider: (item: object) => boolean;
  /** Key: a setting that is a list, such as `rules`. Value: a table of the fields that each item has. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Returns the sections of a group, or of a page with its groups. */
function settingsOf(item: SettingDefinitionItem, context: SettingsContext, level: number): string[] {
  if (!('items' in item) || item.items === undefined) return [];
  const { words, messages, needsProvider, fields } = context;
  const name = 'heading' in item ? item.heading : 'name' in item ? item.name : undefined;
  const heading = `${'#'.repeat(level)} ${String(name)}`;
  const mark = needsProvider(item) ? [words.onlyOnline] : [];
  if ('emptyState' in item && typeof item.emptyState === 'string') {
    const key = keyOfList(String(name), messages);
    const table = fields[key];
    return [
      heading,
      `${item.emptyState}${words.space}${format(words.key, { key })}`,
      ...(table === undefined ? [] : [table]),
    ];
  }
  if (item.type === 'page') {
    const description = typeof item.desc === 'string' ? [item.desc] : [];
    const about = [...description, words.page, ...mark].join(words.space);
    return [heading, about, ...item.items.flatMap((each) => settingsOf(each, context, level + 1))];
  }
  const rows = item.items.flatMap((each) =>
    'items' in each || !('name' in each)
      ? []
      : [row(each.name, effectOf(each, context), keyOf(each, messages))],
  );
  return [heading, ...mark, [words.settingsHead, '| --- | --- | --- |', ...rows].join('\n')];
}

interface SettingRow {
  readonly name: string;
  readonly desc?: unknown;
}

function effectOf(item: SettingRow, context: SettingsContext): string {
  const { words, messages, needsProvider } = context;
  const { createFolder, resetPrompt, modelPicker, spentToday } = messages.settings;
  // These rows have no fixed description in the plugin, so one is given here.
  const descriptions: Readonly<Record<string, string>> = {
    [createFolder]: words.createFolder,
    [resetPrompt]: words.resetPrompt,
    [modelPicker.name]: words.modelPicker,
    [spentToday.name]: words.spentToday,
  };
  const description = descriptions[item.name] ?? (typeof item.desc === 'string' ? item.desc : '');
  const control: unknown = 'control' in item ? item.control : undefined;
  const hasOptions = typeof control === 'object' && control !== null && 'options' in control;
  const choices = hasOptions ? Object.values(control.options as Readonly<Record<string, string>>) : [];
  return [
    description,
    ...(choices.length === 0 ? [] : [format(words.choices, { choices: choices.join(words.separator) })]),
    ...defaultNumber(keyNamed(item.name, messages), words),
    ...(needsProvider(item) ? [words.onlyOnline] : []),
  ].join(words.space);
}

function keyOfList(heading: string, messages: Messages): string {
  const { rules, ownFields } = messages.settings;
  const named = { rules, ownFields };
  const own = Object.entries(named).find(([, words]) => words.heading === heading);
  return own?.[0] ?? keyNamed(heading, messages) ?? '';
}

function fieldParts(words: PageWords, { note, settings: { ownFields } }: Messages): string {
  const { fieldName, type, ask, kinds } = ownFields;
  const choices = format(words.choices, { choices: Object.values(note.valueTypes).join(words.separator) });
  const ofType = { ...type, description: [type.description, choices].join(words.space) };
  const rows = [fieldName, ofType, ask, kinds];
  const lines = rows.map((each) => row(each.name, each.description));
  return [words.ownFieldsHead, '| --- | --- |', ...lines].join('\n');
}

function ruleFields(words: PageWords, { settings: { rules } }: Messages): string {
  const { folderField, localOnly, noteFolder, tags, template, instructions } = rules;
  const ofFolder: readonly object[] = [folderField, localOnly, instructions];
  const rows = [folderField, localOnly, noteFolder, tags, template, instructions].map((field) =>
    row(
      field.name,
      [field.description, ...(ofFolder.includes(field) ? [words.onlyFolder] : [])].join(words.space),
    ),
  );
  return [words.fieldsHead, '| --- | --- |', ...rows].join('\n');
}

/**
 * Returns the default of a setting that is a number, as a sentence. If the default is 0, the sentence lists
 * the values of the presets. The result is empty when there is no value to show.
 */
function defaultNumber(key: SettingKey | undefined, words: PageWords): string[] {
  const value = key === undefined ? undefined : defaultSettings('en')[key];
  if (key === undefined || typeof value !== 'number') return [];
  if (value > 0) return [format(words.initially, { value: value.toLocaleString('en') })];
  const known = Object.values(PRESETS).flatMap((preset) => {
    const own: unknown = Object.entries(preset).find(([name]) => name === key)?.[1];
    return typeof own === 'number' ? [own] : [];
  });
  const values = [...new Set(known)].sort((one, other) => one - other);
  const shown = values.map((each) => each.toLocaleString('en')).join(words.or);
  return values.length === 0 ? [] : [format(words.byProvider, { values: shown })];
}

/**
 * Returns the key of a setting in the settings file. Empty for a setting that is not in this file, such as
 * the switch `auto`.
 */
function keyOf(item: { readonly name: string }, messages: Messages): string {
  const control: unknown = 'control' in item ? item.control : undefined;
  const isNamed = typeof control === 'object' && control !== null && 'key' in control;
  if (isNamed && typeof control.key === 'string') {
    const key = isRedactKind(control.key) ? 'redact' : control.key;
    return key === 'auto' ? '' : `\`${key}\``;
  }
  const key = keyNamed(item.name, messages);
  return key === undefined ? '' : `\`${key}\``;
}

function keyNamed(name: string, { settings }: Messages): SettingKey | undefined {
  const keys = Object.keys(defaultSettings('en')) as SettingKey[];
  const named: Readonly<Record<string, unknown>> = settings;
  return keys.find((key) => {
    const words = named[key];
    return typeof words === 'object' && words !== null && 'name' in words && words.name === name;
  });
}

function troubleshootingPage(words: PageWords, messages: Messages): string {
  const kinds = Object.keys(messages.failures) as FailureKind[];
  const sections = Object.entries(words.origins).map(([origin, heading]) => {
    const rows = kinds
      .filter((kind) => traitsOf(kind).origin === origin)
      .map((kind) => {
        const { sentence, wayOn } = failureText(messages, { kind });
        return row(sentence, wayOn, `\`${kind}\``);
      });
    return [`## ${heading}`, [words.failuresHead, '| --- | --- | --- |', ...rows].join('\n')].join('\n\n');
  });
  return page(words.troubleshooting, words.troubleshootingIntro, ...sections);
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

function page(title: string, ...parts: readonly string[]): string {
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}
