import { failureLine, format, type Messages } from '../i18n/messages';
import { hostBehindUser } from '../llm/base-url';
import { namePlaceholders } from '../note/name-pattern';
import { PRESETS, type Preset } from '../llm/presets/presets';
import type { SettingKey, Settings } from '../settings';
import { ownWords, withOwnWords } from './redaction-settings';

/** Settings that use the preset's value while they are empty or 0. */
const presetKeys = [
  'baseUrl',
  'model',
  'visionModel',
  'contextTokens',
  'maxOutputTokens',
  'concurrency',
  'silenceSeconds',
] as const satisfies readonly (SettingKey & keyof Preset)[];

type PresetKey = (typeof presetKeys)[number];

function isPresetKey(key: SettingKey): key is PresetKey {
  return presetKeys.some((candidate) => candidate === key);
}

function isListKey(key: SettingKey): key is 'tags' | 'me' {
  return key === 'tags' || key === 'me';
}

/** Returns the preset of the chosen provider, or null for the offline engine. */
export function presetOf(settings: Settings): Preset | null {
  return settings.provider === 'offline' ? null : PRESETS[settings.provider];
}

/**
 * Returns what a control shows for a setting. A setting that is not set is shown as the preset's value or the
 * built-in instructions. A list is shown on one line.
 */
export function toControl(key: SettingKey, settings: Settings, builtInInstructions: string): unknown {
  const value = settings[key];
  if (isPresetKey(key)) return value === '' || value === 0 ? (presetOf(settings)?.[key] ?? value) : value;
  if (key === 'prompt') return value === '' ? builtInInstructions : value;
  if (key === 'redact') return ownWords(settings.redact);
  return isListKey(key) ? settings[key].join(', ') : value;
}

/**
 * Returns the setting for the value in a control. If the control shows the preset's value or the built-in
 * instructions, the setting is stored as not set.
 */
export function fromControl(
  key: SettingKey,
  shown: unknown,
  settings: Settings,
  builtInInstructions: string,
): unknown {
  if (isPresetKey(key) && shown === presetOf(settings)?.[key]) return typeof shown === 'number' ? 0 : '';
  if (key === 'prompt')
    return typeof shown === 'string' && shown.trim() === builtInInstructions.trim() ? '' : shown;
  if (key === 'redact' && typeof shown === 'string') return withOwnWords(settings.redact, shown);
  return isListKey(key) && typeof shown === 'string' ? splitTags(shown) : shown;
}

/**
 * Splits a line at commas and removes `#` at the beginning of each entry. The entries are tags, or the names
 * in the setting `me`.
 */
export function splitTags(line: string): readonly string[] {
  return line
    .split(/[,\uff0c\u3001\n]/)
    .map((tag) => tag.trim().replace(/^#+/, ''))
    .filter((tag) => tag !== '');
}

/**
 * True when the user has entered an address or a model's name. They are probably wrong for another provider.
 */
export function hasOwnEndpoint(settings: Settings): boolean {
  return settings.baseUrl !== '' || settings.model !== '' || hasOtherModels(settings);
}

function hasOtherModels({ visionModel, checkModel }: Settings): boolean {
  return visionModel !== '' || checkModel !== '';
}

/**
 * Replaces `{title}` in an explanation by `{{title}}`. The other names of {@link namePlaceholders} are
 * replaced in the same way.
 */
export function withPlaceholders(text: string): string {
  return format(text, Object.fromEntries(namePlaceholders.map((name) => [name, `{{${name}}}`])));
}

/** Returns the sentence that states why a value is invalid. */
export function invalidText(key: SettingKey, value: unknown, messages: Messages): string {
  if (key === 'extraBody') return messages.settings.extraBody.invalid;
  if (key === 'renamePattern') return withPlaceholders(messages.settings.renamePattern.invalid);
  const host = key === 'baseUrl' && typeof value === 'string' ? hostBehindUser(value) : null;
  if (host === null) return messages.settings.invalid;
  return failureLine(messages, { kind: 'llm-address-credentials', details: { host } });
}
