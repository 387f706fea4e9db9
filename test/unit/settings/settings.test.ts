import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../../src/llm/presets/presets';
import { checkSetting, defaultSettings, parseSettings, toData } from '../../../src/settings';

describe('parseSettings', () => {
  it.each([[undefined], [null], [[]], ['x'], [7], [{}]])(
    'parseSettings returns the defaults for %j',
    (data) => {
      const { settings, rejected } = parseSettings(data, 'en');
      expect(settings).toEqual(defaultSettings('en'));
      expect(rejected).toEqual([]);
    },
  );

  it('the language of the interface changes only the default tags', () => {
    expect(parseSettings({}, 'zh').settings.tags).toEqual(['AI处理', 'PDF']);
    expect(parseSettings({}, 'en').settings.tags).toEqual(['ai-processed', 'pdf']);
    expect({ ...defaultSettings('zh'), tags: [] }).toEqual({ ...defaultSettings('en'), tags: [] });
  });

  it('parseSettings accepts valid values', () => {
    const data = {
      inboxFolder: '/Papers/New/',
      noteFolder: 'Notes',
      provider: 'dashscope',
      baseUrl: ' https://example.com/v1 ',
      model: 'qwen-plus',
      tags: ['a', 'b'],
      taskFormat: 'tasks',
      archiveLimit: 2000,
      settingsVersion: 2,
    };
    const { settings, rejected } = parseSettings(data, 'en');
    expect(rejected).toEqual([]);
    expect(settings).toEqual({
      ...defaultSettings('en'),
      ...data,
      inboxFolder: 'Papers/New',
      baseUrl: 'https://example.com/v1',
    });
  });

  it.each([
    ['inboxFolder', ''],
    ['inboxFolder', 7],
    ['inboxFolder', '../outside'],
    ['noteFolder', 'Notes/.hidden'],
    ['noteFolder', 'a\nb'],
    ['provider', 'none'],
    ['provider', 'toString'],
    ['baseUrl', 'example'],
    ['baseUrl', 'ftp://example.com'],
    ['baseUrl', 'example.com and more'],
    ['baseUrl', 'javascript:alert(1)'],
    ['apiKeySecret', 'My Key'],
    ['prompt', null],
    ['tags', 'pdf'],
    ['tags', [1]],
    ['taskFormat', 'org'],
    ['archive', true],
    ['archiveLimit', -1],
    ['archiveLimit', 1.5],
    ['archiveLimit', '100'],
    ['silenceSeconds', Infinity],
    ['concurrency', 1000],
    ['requestsPerMinute', -1],
    ['extraHeaders', [{ name: 'Cookie', secret: 'a' }]],
    ['extraHeaders', [{ name: 'X-A', secret: 'Not A Name' }]],
    [
      'extraHeaders',
      [
        { name: 'X-A', secret: 'a' },
        { name: 'x-a', secret: 'b' },
      ],
    ],
    ['extraBody', '[1]'],
    ['extraBody', '{ "top_p": '],
    ['extraBody', '{ "messages": [] }'],
  ] as const)('if the setting %s is invalid (%j), only this setting gets its default', (key, value) => {
    const { settings, rejected } = parseSettings({ model: 'kept', [key]: value }, 'en');
    expect(rejected).toEqual([key]);
    expect(settings).toEqual({ ...defaultSettings('en'), model: 'kept' });
  });

  it('parseSettings returns only valid values for any data', () => {
    const keys = Object.keys(defaultSettings('en'));
    const data = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...keys), fc.anything()));
    fc.assert(
      fc.property(data, (anything) => {
        const { settings } = parseSettings(anything, 'en');
        expect(parseSettings(settings, 'en')).toMatchObject({ settings, rejected: [] });
      }),
    );
  });
});

describe('settings of the first version', () => {
  it('a setting that a file of version 1 lacks gets the default of version 1', () => {
    expect(parseSettings({ settingsVersion: 1 }, 'en').settings.factProperties).toBe(false);
    expect(parseSettings({ settingsVersion: 1, factProperties: true }, 'en').settings.factProperties).toBe(
      true,
    );
    expect(parseSettings(null, 'en').settings.factProperties).toBe(true);
    expect(parseSettings({ settingsVersion: 2 }, 'en').settings.factProperties).toBe(true);
    const read = parseSettings({ settingsVersion: 1 }, 'en');
    expect(toData(read.settings, read)).toMatchObject({ factProperties: false, settingsVersion: 2 });
  });
});

describe('the former name of a setting', () => {
  it('the value under the former name of a setting is used if the file lacks the new name', () => {
    const read = parseSettings({ timeoutSeconds: 90, settingsVersion: 1 }, 'en');
    expect(read.settings.silenceSeconds).toBe(90);
    expect(toData(read.settings, read)).not.toHaveProperty('timeoutSeconds');
    const both = parseSettings({ timeoutSeconds: 90, silenceSeconds: 30, settingsVersion: 2 }, 'en');
    expect(both.settings.silenceSeconds).toBe(30);
  });
});

describe('toData', () => {
  it('toData keeps the unknown keys of a later version', () => {
    const data = { model: 'm', settingsVersion: 9, future: { a: [1] } };
    const read = parseSettings(data, 'en');
    expect(toData({ ...read.settings, model: 'n' }, read)).toMatchObject({
      model: 'n',
      settingsVersion: 9,
      future: { a: [1] },
    });
  });

  it('toData keeps an invalid value until the user changes the setting', () => {
    const read = parseSettings({ provider: 'no-such', tags: 'a, b' }, 'en');
    expect(read.rejected).toEqual(['provider', 'tags']);
    expect(toData({ ...read.settings, model: 'm' }, read)).toMatchObject({
      provider: 'no-such',
      tags: 'a, b',
      model: 'm',
    });
    expect(toData({ ...read.settings, provider: 'ollama' }, read)).toMatchObject({
      provider: 'ollama',
      tags: 'a, b',
    });
  });

  it('parseSettings returns the same settings that toData has written', () => {
    const read = parseSettings({}, 'zh');
    const changed = { ...read.settings, prompt: '多注意金额', archive: 'none' } as const;
    expect(parseSettings(JSON.parse(JSON.stringify(toData(changed, read))), 'en').settings).toEqual(changed);
  });
});

describe('checkSetting', () => {
  it('checkSetting returns the value to store, or undefined if the value is invalid', () => {
    expect(checkSetting('inboxFolder', '//')).toBe('/');
    expect(checkSetting('inboxFolder', ' In box/ ')).toBe('In box');
    expect(checkSetting('noteFolder', '')).toBe('');
    expect(checkSetting('inboxFolder', ' ')).toBeUndefined();
  });
});

it('PROVIDERS lists every provider once and begins with the offline engine', () => {
  expect(PROVIDERS[0]).toBe('offline');
  expect(PROVIDERS).toHaveLength(23);
  expect(new Set(PROVIDERS).size).toBe(23);
});
