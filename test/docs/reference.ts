import type { SettingDefinitionItem } from 'obsidian';
import { traitsOf, type FailureKind } from '../../src/failure-kinds';
import { failureText, messagesFor, type Messages } from '../../src/i18n/messages';
import { defaultSettings } from '../../src/settings';
import { settingDefinitions } from '../../src/ui/setting-definitions';
import { propertySections, propertyWords } from './properties';

/** The words of the reference pages themselves. */
interface PageWords {
  readonly settings: string;
  readonly settingsIntro: string;
  readonly settingsHead: string;
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
      'All settings in the order of the settings tab. Some are shown only when they have an effect, for example those of a model only with a provider.',
    settingsHead: '| setting | what it does | key in `data.json` |',
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
    settingsIntro: '按设置页的顺序列出全部设置。有些设置只在起作用时显示，例如与模型有关的设置只在选择服务商后显示。',
    settingsHead: '| 设置 | 作用 | `data.json` 中的键 |',
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
  const settings = { ...defaultSettings(language), provider: 'custom', scannedPages: 'vision' } as const;
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
  const commands = Object.entries(messages.commands).map(([id, name]) => row(name, `\`${id}\``));
  return page(
    words.settings,
    words.settingsIntro,
    ...items.flatMap((item) => settingsOf(item, words)),
    `## ${words.commands}`,
    words.commandsIntro,
    [words.commandsHead, '| --- | --- |', ...commands].join('\n'),
  );
}

/** Returns the sections of a group or a page of settings, with those of the pages in it. */
function settingsOf(item: SettingDefinitionItem, words: PageWords): string[] {
  if (!('items' in item) || item.items === undefined) return [];
  const heading = 'heading' in item ? item.heading : 'name' in item ? item.name : undefined;
  if ('emptyState' in item && typeof item.emptyState === 'string')
    return [`## ${String(heading)}`, item.emptyState];
  const rows = item.items.flatMap((each) =>
    'items' in each || !('name' in each) || typeof each.desc !== 'string'
      ? []
      : [row(each.name, each.desc, keyOf(each))],
  );
  const inner = item.items.flatMap((each) => settingsOf(each, words));
  const own = [`## ${String(heading)}`, [words.settingsHead, '| --- | --- | --- |', ...rows].join('\n')];
  return rows.length === 0 ? inner : [...own, ...inner];
}

function keyOf(item: object): string {
  const control: unknown = 'control' in item ? item.control : undefined;
  const isNamed = typeof control === 'object' && control !== null && 'key' in control;
  return isNamed && typeof control.key === 'string' ? `\`${control.key}\`` : '';
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
