import { expect, it } from 'vitest';
import { PRESETS } from '../../../../src/llm/presets/presets';
import { checkPresets } from '../../../presets/check';
import sample from '../../../presets/models-dev.sample.json';

const preset = { ...PRESETS.deepseek, contextTokens: 128_000, maxOutputTokens: 8_000 };
const check = (model: string, visionModel = ''): readonly (readonly [string, string])[] =>
  checkPresets([{ ...preset, model, visionModel }], sample).map(({ level, text }) => [level, text]);

it('checkPresets accepts a preset whose limits are not higher than those in the list of models.dev', () => {
  expect(check('flash-1')).toEqual([['good', 'fits']]);
});

it('checkPresets reports a deprecated model, and limits that are higher than those in the list', () => {
  expect(check('flash-0', 'flash-0')).toEqual([
    [
      'problem',
      'the model is deprecated; the context of the model has 64000 tokens, but the preset states 128000; the longest answer has 4096 tokens, but the preset states 8000',
    ],
  ]);
});

it('checkPresets reports a vision model that does not accept images', () => {
  expect(check('flash-1', 'flash-1')).toEqual([['problem', 'the model takes no images']]);
});

it('checkPresets reports a missing model as `problem`, but a missing alias as `unknown`', () => {
  expect(check('flash-2')).toEqual([
    ['problem', 'the list does not have this model; the nearest names are flash-1, flash-0'],
  ]);
  expect(check('flash-latest')).toEqual([['unknown', 'the list does not have this alias']]);
});

it('checkPresets reports `unknown` for a provider that is missing from the list', () => {
  expect(checkPresets([PRESETS.hunyuan], sample).map(({ level }) => level)).toEqual(['unknown', 'unknown']);
});
