import type { SettingDefinitionItem } from 'obsidian';
import { traitsOf, type FailureKind } from '../../src/failure-kinds';
import { failureText, format, messagesFor, type Messages } from '../../src/i18n/messages';
import { defaultSettings, type Settings } from '../../src/settings';
import { settingDefinitions } from '../../src/ui/setting-definitions';
import { propertySections, propertyWords } from './properties';

/** The words of the reference pages themselves. */
interface PageWords {
  readonly settings: string;
  readonly settingsIntro: string;
  readonly settingsHead: string;
  readonly page: string;
  readonly choices: string;
  readonly separator: string;
  readonly onlyOnline: string;
  readonly fieldsHead: string;
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
      'The settings in the order of the settings tab. Some are shown only when they have an effect.',
    settingsHead: '| setting | what it does | key in `data.json` |',
    page: 'This is a page of its own in the settings tab.',
    choices: 'Choices: {choices}.',
    separator: '; ',
    onlyOnline: 'Only with a provider.',
    fieldsHead: '| field of a rule | what it does |',
    onlyFolder: 'Only in a rule for a folder.',
    troubleshooting: 'When something fails',
    troubleshootingIntro:
      'Every sentence that the plugin shows when something fails, and what you can do. The last column is the name of the failure in *Copy diagnostics*.',
    origins: { pdf: 'The PDF', endpoint: 'The endpoint', vault: 'The vault', plugin: 'The plugin' },
    failuresHead: '| what happened | what you can do | name |',
    commands: 'Commands',
    commandsIntro: 'No command has a hotkey until you choose one.',
    commandsHead: '| command | id |',
  },
  'zh-CN': {
    settings: '设置',
    settingsIntro: '按设置页的顺序列出各项设置。有些设置只在起作用时显示。',
    settingsHead: '| 设置 | 作用 | `data.json` 中的键 |',
    page: '这是设置页中单独的一页。',
    choices: '可选：{choices}。',
    separator: '；',
    onlyOnline: '仅在选择服务商后显示。',
    fieldsHead: '| 规则的各项 | 作用 |',
    onlyFolder: '仅用于文件夹的规则。',
    troubleshooting: '出错时怎么办',
    troubleshootingIntro: '出错时插件显示的每一句话，以及您可以做什么。最后一列是「复制诊断信息」中该错误的名称。',
    origins: { pdf: 'PDF 文件', endpoint: '模型接口', vault: '库', plugin: '插件' },
    failuresHead: '| 发生了什么 | 您可以做什么 | 名称 |',
    commands: '命令',
    commandsIntro: '命令默认没有快捷键，您可以自行设置。',
    commandsHead: '| 命令 | 标识 |',
  },
};

/**
 * Returns the reference pages in `docs/`, by path. They are made from the texts that the plugin shows, so
 * that each setting, command and failure is in them.
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
    forgetDevice: nothing,
    resetPrompt: nothing,
    chooseModel: nothing,
    addHeader: nothing,
    removeHeader: nothing,
    addInboxFolder: nothing,
    editRule: nothing,
    moveRule: nothing,
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
  const fields = ruleFields(words, messages);
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
  /** Returns whether an item is shown only when a provider is chosen. */
  readonly needsProvider: (item: object) => boolean;
  /** The table of the fields of a rule. */
  readonly fields: string;
}

/** Returns the sections of a group or a page of settings, with those of the groups in it one level lower. */
function settingsOf(item: SettingDefinitionItem, context: SettingsContext, level: number): string[] {
  if (!('items' in item) || item.items === undefined) return [];
  const { words, messages, needsProvider, fields } = context;
  const name = 'heading' in item ? item.heading : 'name' in item ? item.name : undefined;
  const heading = `${'#'.repeat(level)} ${String(name)}`;
  const mark = needsProvider(item) ? [words.onlyOnline] : [];
  if ('emptyState' in item && typeof item.emptyState === 'string')
    return [heading, item.emptyState, ...(name === messages.settings.rules.heading ? [fields] : [])];
  if (item.type === 'page') {
    const description = typeof item.desc === 'string' ? [item.desc] : [];
    const about = [...description, words.page, ...mark].join(' ');
    return [heading, about, ...item.items.flatMap((each) => settingsOf(each, context, level + 1))];
  }
  const rows = item.items.flatMap((each) =>
    'items' in each || !('name' in each) || typeof each.desc !== 'string'
      ? []
      : [row(each.name, effectOf(each, each.desc, context), keyOf(each))],
  );
  return [heading, ...mark, [words.settingsHead, '| --- | --- | --- |', ...rows].join('\n')];
}

/** Returns the description of a setting, its choices, and whether it needs a provider. */
function effectOf(item: object, description: string, { words, needsProvider }: SettingsContext): string {
  const control: unknown = 'control' in item ? item.control : undefined;
  const hasOptions = typeof control === 'object' && control !== null && 'options' in control;
  const choices = hasOptions ? Object.values(control.options as Readonly<Record<string, string>>) : [];
  return [
    description,
    ...(choices.length === 0 ? [] : [format(words.choices, { choices: choices.join(words.separator) })]),
    ...(needsProvider(item) ? [words.onlyOnline] : []),
  ].join(' ');
}

/** Returns the table of the fields of a rule, in the order of its window. */
function ruleFields(words: PageWords, { settings: { rules } }: Messages): string {
  const { folderField, localOnly, noteFolder, tags, template, instructions } = rules;
  const ofFolder: readonly object[] = [folderField, localOnly, instructions];
  const rows = [folderField, localOnly, noteFolder, tags, template, instructions].map((field) =>
    row(field.name, [field.description, ...(ofFolder.includes(field) ? [words.onlyFolder] : [])].join(' ')),
  );
  return [words.fieldsHead, '| --- | --- |', ...rows].join('\n');
}

/** Returns the key of a setting in the settings file. The switch `auto` is stored on the device instead. */
function keyOf(item: object): string {
  const control: unknown = 'control' in item ? item.control : undefined;
  const isNamed = typeof control === 'object' && control !== null && 'key' in control;
  return isNamed && typeof control.key === 'string' && control.key !== 'auto' ? `\`${control.key}\`` : '';
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
