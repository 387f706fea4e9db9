import { lazily } from '../lazily';
import { hostBehindUser } from '../llm/base-url';
import { PROVIDERS } from '../llm/presets/presets';
import { taskFormats } from '../note/content';
import { count, flag, folder, line, listOf, oneOf, text, type Check } from './checks';
import type { SettingKey, Settings } from './settings';

const checks = lazily((): { readonly [Key in SettingKey]: Check<Settings[Key]> } => ({
  inboxFolder: (value) => folder(value) || undefined,
  noteFolder: folder,
  provider: oneOf(PROVIDERS),
  baseUrl: address,
  model: line(),
  apiKeySecret: text(Infinity, /^[a-z0-9-]+$/),
  prompt: text(20_000),
  outputLanguage: line(1, 40),
  tags: listOf(line(0, 100), 50),
  taskFormat: oneOf(taskFormats),
  archive: oneOf(['callout', 'details', 'none']),
  archiveLimit: count(),
  factProperties: flag,
  template: folder,
  scannedPages: oneOf(['skip', 'vision']),
  visionModel: line(),
  contextTokens: count(),
  maxOutputTokens: count(),
  concurrency: count(0, 32),
  timeoutSeconds: count(0, 86_400),
  secondReading: flag,
  checkModel: line(),
  confirmAboveTokens: count(),
  dailyTokenLimit: count(),
  completeByItself: flag,
  settingsVersion: count(1),
}));

/** The scheme is optional when a dot or a port shows that the text is an address. */
const addressForm = line(
  0,
  500,
  /^(https?:\/\/[^\s/]+\S*|(localhost|\[[\da-f:]+\]|[\w.-]+\.\w+|[\w.-]+(?=:\d))(:\d+)?([/?]\S*)?)?$/i,
);

/** Accepts an address without a user name or password: the settings are synced and contain no secrets. */
function address(value: unknown): string | undefined {
  const text = addressForm(value);
  return text === undefined || hostBehindUser(text) !== null ? undefined : text;
}

/**
 * Returns the value as it is stored (trimmed, folders without slashes at the ends). Returns `undefined` when
 * it is invalid for that setting. The settings tab calls this before it saves the text that the user typed.
 */
export function checkSetting<Key extends SettingKey>(key: Key, value: unknown): Settings[Key] | undefined {
  return checks()[key](value);
}
