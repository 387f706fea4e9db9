import type { SettingDefinitionItem } from 'obsidian';
import { expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { PRESETS } from '../../../src/llm/presets/presets';
import { checkSetting, defaultSettings } from '../../../src/settings';
import { settingDefinitions } from '../../../src/ui/setting-definitions';

function definitions(language: string): readonly SettingDefinitionItem[] {
  const nothing = (): void => undefined;
  return settingDefinitions({
    messages: messagesFor(language),
    settings: () => defaultSettings(language),
    check: () => undefined,
    folderExists: () => true,
    spentToday: () => 0,
    createInboxFolder: nothing,
    openFirstRun: nothing,
    previewSent: () => undefined,
    forgetDevice: () => undefined,
    resetPrompt: nothing,
    chooseModel: nothing,
    editItem: nothing,
    moveItem: nothing,
    removeItem: nothing,
    render: { apiKey: nothing, testConnection: nothing },
  });
}

function providerOptions(language: string): readonly (readonly [string, unknown])[] {
  const rows = definitions(language).flatMap((item) => ('items' in item ? item.items : [item]));
  for (const row of rows) {
    const control = 'control' in row ? row.control : undefined;
    if (control?.type === 'dropdown' && control.key === 'provider') return Object.entries(control.options);
  }
  return [];
}

it.each(['en', 'zh'])(
  'in the language %s, the dropdown of providers has `offline` and then the presets in their order',
  (language) => {
    const options = providerOptions(language);
    expect(options.map(([id]) => id)).toEqual(['offline', ...Object.keys(PRESETS)]);
    for (const [id, name] of options) expect(name, id).toMatch(/\S/);
  },
);

it('the English dropdown of providers shows the names of the presets', () => {
  const names = Object.fromEntries(providerOptions('en'));
  for (const { id, name } of Object.values(PRESETS)) expect(names[id]).toBe(name);
});

it('the setting `provider` accepts `offline` and every preset, but not `toString`', () => {
  for (const id of ['offline', ...Object.keys(PRESETS)]) expect(checkSetting('provider', id)).toBe(id);
  expect(checkSetting('provider', 'toString')).toBeUndefined();
});

it('the presets have a fixed order', () => {
  expect(Object.keys(PRESETS)).toEqual([
    'dashscope',
    'deepseek',
    'moonshot',
    'zhipu',
    'siliconflow',
    'ark',
    'hunyuan',
    'qianfan',
    'minimax',
    'stepfun',
    'openai',
    'anthropic',
    'azure',
    'openrouter',
    'gemini',
    'xai',
    'mistral',
    'groq',
    'github',
    'ollama',
    'lmstudio',
    'custom',
  ]);
});
