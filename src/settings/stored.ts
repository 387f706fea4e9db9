import { checkSetting } from './schema';
import { defaultSettings, settingsVersion, type SettingKey, type Settings } from './settings';

/** Settings read from disk, with what is needed to write them back without losing anything. */
export interface ParsedSettings {
  readonly settings: Settings;
  /** Keys whose stored value could not be used; they are at their defaults. */
  readonly rejected: readonly SettingKey[];
  /** `data.json` as it was, migrated: bad values and keys of other versions are kept in it. */
  readonly stored: Readonly<Record<string, unknown>>;
}

/** Reads what `loadData()` gave. Never throws: what cannot be used falls back to its default and is named. */
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
 * What to hand to `saveData()`: the settings under their own keys, and from what was read every key this release
 * does not know. A rejected value stays as it was on disk until `settings` differs from the fallback it was given.
 */
export function toData(settings: Settings, read: ParsedSettings): Record<string, unknown> {
  const kept = read.rejected.filter((key) => same(settings[key], read.settings[key]));
  const untouched = Object.fromEntries(kept.map((key) => [key, read.stored[key]]));
  return { ...read.stored, ...settings, ...untouched };
}

/**
 * Brings data of an earlier release to this one's keys. There is no earlier form yet. Data of a later release is
 * read as it is: what both know is used, the rest and its version number are kept.
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
