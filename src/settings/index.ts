/** The settings: their schema, defaults and validation, and how `data.json` is read and written. */
export { checkSetting } from './schema';
export {
  defaultSettings,
  settingsVersion,
  type ScannedPages,
  type SettingKey,
  type Settings,
} from './settings';
export { parseSettings, toData, type ParsedSettings } from './stored';
