import { checkSetting } from './schema';
import { defaultSettings, settingsVersion, type SettingKey, type Settings } from './settings';

/** Settings read from disk, with the data that is needed to write them back without losing anything. */
export interface ParsedSettings {
  readonly settings: Settings;
  /** Keys whose stored value was invalid; these settings have their defaults. */
  readonly rejected: readonly SettingKey[];
  /** The migrated contents of `data.json`, including invalid values and keys of other versions. */
  readonly stored: Readonly<Record<string, unknown>>;
}

/**
 * Validates the value that `loadData()` returned. Never throws: a default replaces each invalid value, and
 * `rejected` contains its key.
 */
export function parseSettings(data: unknown, language: string): ParsedSettings {
  const stored = migrate(isRecord(data) ? data : {});
  const defaults = defaultSettings(language);
  const settings = { ...defaults };
  const rejected: SettingKey[] = [];
  const take = <Key extends SettingKey>(into: { [Each in Key]: Settings[Each] }, key: Key): void => {
    if (stored[key] === undefined) return;
    const value = checkSetting(key, stored[key]);
    if (value === undefined) rejected.push(key);
    else into[key] = value;
  };
  const isKey = (key: string): key is SettingKey => key in defaults;
  for (const key of Object.keys(defaults).filter(isKey)) take(settings, key);
  return { settings, rejected, stored };
}

/**
 * Builds the data for `saveData()`: all settings, and every stored key that this release does not know. A
 * rejected value stays in the file until the setting has another value than its default.
 */
export function toData(settings: Settings, read: ParsedSettings): Record<string, unknown> {
  const kept = read.rejected.filter((key) => same(settings[key], read.settings[key]));
  const untouched = Object.fromEntries(kept.map((key) => [key, read.stored[key]]));
  return { ...read.stored, ...settings, ...untouched };
}

/**
 * Converts data of an earlier release to the current keys. No earlier format exists yet. In data of a later
 * release, the known keys are used; the other keys and the version number are preserved.
 */
function migrate(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return data['settingsVersion'] === undefined ? { ...data, settingsVersion } : data;
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
