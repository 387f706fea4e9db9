import type { SettingDefinition, SettingDefinitionItem } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { defaultSettings, type Settings } from '../../../src/settings';
import { settingDefinitions } from '../../../src/ui/setting-definitions';
import type { ModelKey } from '../../../src/ui/setting-row';

const chosen: ModelKey[] = [];

function rows(change: Partial<Settings>, language = 'en'): readonly SettingDefinition[] {
  const settings: Settings = { ...defaultSettings('en'), provider: 'deepseek', ...change };
  const items = settingDefinitions({
    messages: messagesFor(language),
    settings: () => settings,
    check: () => undefined,
    folderExists: () => true,
    spentToday: () => 0,
    createInboxFolder: () => undefined,
    openFirstRun: () => undefined,
    previewSent: () => undefined,
    forgetDevice: () => undefined,
    resetPrompt: () => undefined,
    chooseModel: (key) => void chosen.push(key),
    editItem: () => undefined,
    moveItem: () => undefined,
    removeItem: () => undefined,
    render: { apiKey: () => undefined, testConnection: () => undefined },
  });
  return items.flatMap(shownRows);
}

/** Returns the visible rows of an item, without the groups around them. */
function shownRows(item: SettingDefinitionItem): readonly SettingDefinition[] {
  if (!isShown(item)) return [];
  if (!('type' in item)) return [item];
  return 'items' in item && Array.isArray(item.items) ? item.items.flatMap(shownRows) : [];
}

function isShown(item: object): boolean {
  const visible = 'visible' in item ? item.visible : true;
  return (typeof visible === 'function' ? Reflect.apply(visible, undefined, []) : visible) !== false;
}

function keysOf(shown: readonly SettingDefinition[]): readonly string[] {
  return shown.flatMap((row) => ('control' in row && row.control !== undefined ? [row.control.key] : []));
}

describe('the settings of the second reading', () => {
  it('the settings show a field of the second reading only if the field has an effect', () => {
    expect(keysOf(rows({}))).toEqual(expect.arrayContaining(['secondReading', 'checkModel']));
    expect(keysOf(rows({ secondReading: false }))).toContain('secondReading');
    expect(keysOf(rows({ secondReading: false }))).not.toContain('checkModel');
    expect(keysOf(rows({ provider: 'offline' }))).not.toContain('secondReading');
    expect(keysOf(rows({ provider: 'offline' }))).not.toContain('checkModel');
  });

  it.each([
    ['en', /A model reads each statement.*needs about twice the tokens/],
    ['zh', /模型会对照.*约多用一倍/],
  ])('the description of the second reading says how many tokens it needs (%s)', (language, words) => {
    const toggle = rows({}, language).find((row) => keysOf([row]).includes('secondReading'));
    expect(toggle?.desc).toMatch(words);
    expect(toggle?.desc).not.toMatch(/[{}]/);
  });

  it('the button below the field for the second reading’s model lets the user choose this model', () => {
    const shown = rows({});
    const place = shown.findIndex((row) => keysOf([row]).includes('checkModel'));
    const picker = shown[place + 1];
    if (picker === undefined || !('action' in picker)) throw new Error('There is no picker below the field.');
    Reflect.apply(picker.action as () => void, undefined, []);
    expect(chosen).toEqual(['checkModel']);
  });
});

describe('the advanced page', () => {
  const header = { name: 'X-Team', secret: 'team-token' };

  it('the advanced page shows the request fields, and the name of each header’s secret', () => {
    const shown = rows({ extraHeaders: [header] });
    expect(keysOf(shown)).toEqual(
      expect.arrayContaining(['silenceSeconds', 'requestsPerMinute', 'extraBody']),
    );
    expect(shown.find(({ name }) => name === 'X-Team')?.desc).toBe('Secret: team-token');
  });

  it('the advanced page hides the request fields if the offline engine is chosen', () => {
    const shown = rows({ provider: 'offline', extraHeaders: [header] });
    expect(keysOf(shown)).not.toContain('extraBody');
    expect(shown.map(({ name }) => name)).not.toContain('X-Team');
  });
});

it('the setting for how long a new PDF must stay unchanged accepts 1 to 600 seconds', () => {
  const row = rows({}).find((each) => keysOf([each]).includes('settleSeconds'));
  expect(row).toMatchObject({ control: { type: 'number', min: 1, max: 600 } });
});
