/**
 * The settings: their schema, their defaults, their validation, and the reading and writing of `data.json`.
 */
export { checkSetting } from './schema';
export {
  defaultSettings,
  settingsVersion,
  type ScannedPages,
  type SettingKey,
  type Settings,
} from './settings';
export { parseSettings, toData, type ParsedSettings } from './stored';
