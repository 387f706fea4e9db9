import { PRESETS, type Preset } from '../llm/presets/presets';
import type { SettingKey, Settings } from '../settings';

/** Settings that stand for the preset's value while they are empty or 0. */
const presetKeys = [
  'baseUrl',
  'model',
  'visionModel',
  'contextTokens',
  'maxOutputTokens',
  'concurrency',
  'timeoutSeconds',
] as const satisfies readonly (SettingKey & keyof Preset)[];

type PresetKey = (typeof presetKeys)[number];

function isPresetKey(key: SettingKey): key is PresetKey {
  return presetKeys.some((candidate) => candidate === key);
}

/** The preset in force, or null for the offline engine. */
export function presetOf(settings: Settings): Preset | null {
  return settings.provider === 'offline' ? null : PRESETS[settings.provider];
}

/**
 * What a control shows: the preset's value where the user has none, the built-in instructions where they wrote none,
 * a list as one line.
 */
export function toControl(key: SettingKey, settings: Settings, builtInInstructions: string): unknown {
  const value = settings[key];
  if (isPresetKey(key)) return value === '' || value === 0 ? (presetOf(settings)?.[key] ?? value) : value;
  if (key === 'prompt') return value === '' ? builtInInstructions : value;
  return key === 'tags' ? settings.tags.join(', ') : value;
}

/** The setting for what the user put in a control; what equals the default is kept as "the default". */
export function fromControl(
  key: SettingKey,
  shown: unknown,
  settings: Settings,
  builtInInstructions: string,
): unknown {
  if (isPresetKey(key) && shown === presetOf(settings)?.[key]) return typeof shown === 'number' ? 0 : '';
  if (key === 'prompt') return typeof shown === 'string' && shown.trim() === builtInInstructions.trim() ? '' : shown;
  if (key === 'tags' && typeof shown === 'string') {
    return shown
      .split(/[,\uff0c\u3001\n]/)
      .map((tag) => tag.trim().replace(/^#+/, ''))
      .filter((tag) => tag !== '');
  }
  return shown;
}

/** True when the user has an address or a model of their own, which another provider would not know. */
export function hasOwnEndpoint(settings: Settings): boolean {
  return settings.baseUrl !== '' || settings.model !== '' || hasOtherModels(settings);
}

function hasOtherModels({ visionModel, checkModel }: Settings): boolean {
  return visionModel !== '' || checkModel !== '';
}
