import { checkSetting } from './schema';
import { defaultSettings, settingsVersion, type SettingKey, type Settings } from './settings';

/** Settings that were read from the file, with the data that is needed to write them back without a loss. */
export interface ParsedSettings {
  readonly settings: Settings;
  /** Keys whose stored value was invalid; these settings have their defaults. */
  readonly rejected: readonly SettingKey[];
  /** The migrated contents of `data.json`, including invalid values and keys of other versions. */
  readonly stored: Readonly<Record<string, unknown>>;
  /** The version of the format on disk; 1 when the file contains no version. */
  readonly version: number;
}

/**
 * Validates what `loadData()` returned. Never throws: an invalid value is replaced by its default, and its
 * key is listed in `rejected`. If a later release wrote the data, its version number is kept, and so are the
 * keys that this release does not know.
 */
export function parseSettings(data: unknown, language: string): ParsedSettings {
  const onDisk = isRecord(data) ? data : {};
  const version = typeof onDisk['settingsVersion'] === 'number' ? onDisk['settingsVersion'] : 1;
  const renamed = withoutOldNames(onDisk);
  const known = onDisk['settingsVersion'] === 1 ? { ...formerDefaults, ...renamed } : renamed;
  const stored = version < settingsVersion ? { ...known, settingsVersion } : known;
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
  return { settings, rejected, stored, version };
}

/**
 * Defaults that version 1 had and that are different now. If a file states that it has version 1, these
 * defaults are used for the settings that are missing in the file.
 */
const formerDefaults: Partial<Settings> = { factProperties: false };

/** Renames `timeoutSeconds` to `silenceSeconds`, unless the data already contain `silenceSeconds`. */
function withoutOldNames(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { timeoutSeconds, ...others } = data;
  return timeoutSeconds === undefined ? data : { silenceSeconds: timeoutSeconds, ...others };
}

/**
 * Builds the data for `saveData()`: all settings, and every stored key that this release does not define. A
 * rejected value stays in the file until the user changes the setting.
 */
export function toData(settings: Settings, read: ParsedSettings): Record<string, unknown> {
  const kept = read.rejected.filter((key) => same(settings[key], read.settings[key]));
  const untouched = Object.fromEntries(kept.map((key) => [key, read.stored[key]]));
  return { ...read.stored, ...settings, ...untouched };
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
