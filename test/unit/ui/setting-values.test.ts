import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/llm/presets/presets';
import { defaultSettings, type Settings } from '../../../src/settings';
import { fromControl, hasOwnEndpoint, toControl } from '../../../src/ui/setting-values';

const settings = (change: Partial<Settings> = {}): Settings => ({
  ...defaultSettings('en'),
  provider: 'deepseek',
  ...change,
});

describe('the value of a control', () => {
  it('an unset setting shows the value of the preset, and this value is stored as unset', () => {
    expect(toControl('baseUrl', settings(), '')).toBe(PRESETS.deepseek.baseUrl);
    expect(toControl('silenceSeconds', settings(), '')).toBe(PRESETS.deepseek.silenceSeconds);
    expect(toControl('model', settings({ model: 'mine' }), '')).toBe('mine');
    expect(fromControl('baseUrl', PRESETS.deepseek.baseUrl, settings(), '')).toBe('');
    expect(fromControl('silenceSeconds', PRESETS.deepseek.silenceSeconds, settings(), '')).toBe(0);
    expect(fromControl('model', 'mine', settings(), '')).toBe('mine');
  });

  it('an unset prompt shows the built-in instructions, and these instructions are stored as unset', () => {
    expect(toControl('prompt', settings(), 'built in')).toBe('built in');
    expect(fromControl('prompt', 'built in\n', settings(), 'built in')).toBe('');
    expect(fromControl('prompt', 'my own', settings(), 'built in')).toBe('my own');
  });

  it.each([
    ['a, b', ['a', 'b']],
    ['#合同， PDF、工作\n', ['合同', 'PDF', '工作']],
    [' , ,', []],
  ])('fromControl splits %j into tags', (shown, tags) =>
    expect(fromControl('tags', shown, settings(), '')).toEqual(tags),
  );
});

it('hasOwnEndpoint is true if the user has set an address or a model', () => {
  expect(hasOwnEndpoint(settings())).toBe(false);
  expect(hasOwnEndpoint(settings({ baseUrl: 'http://localhost:1234/v1' }))).toBe(true);
  expect(hasOwnEndpoint(settings({ checkModel: 'deepseek-reader' }))).toBe(true);
});
