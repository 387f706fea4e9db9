/** The door to the settings: their schema, defaults, validation and way to and from `data.json`. */
export { checkSetting } from './schema';
export { defaultSettings, settingsVersion, type ScannedPages, type SettingKey, type Settings } from './settings';
export { parseSettings, toData, type ParsedSettings } from './stored';
