/** The door to the settings: their schema, defaults, validation and way to and from `data.json`. */
export { checkSetting } from './settings/schema';
export { defaultSettings, settingsVersion, type ScannedPages, type SettingKey, type Settings } from './settings/settings';
export { parseSettings, toData, type ParsedSettings } from './settings/stored';
