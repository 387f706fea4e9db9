import { lazily } from '../lazily';
import { hostBehindUser } from '../llm/base-url';
import { readExtraBody } from '../llm/extra-body';
import { isOwnHeaderName, type OwnHeader } from '../llm/own-headers';
import { PROVIDERS } from '../llm/presets/presets';
import { asRecord } from '../llm/record';
import { tagPolicies, taskFormats } from '../note/content';
import { count, flag, folder, line, listOf, oneOf, text, type Check } from './checks';
import { isNamePattern } from '../note/name-pattern';
import { ownFields } from './own-fields';
import { rules } from './rules';
import type { SettingKey, Settings } from './settings';

/** Accepts a name that the app's secret storage accepts. */
const secretName = text(Infinity, /^[a-z0-9-]+$/);

const checks = lazily((): { readonly [Key in SettingKey]: Check<Settings[Key]> } => ({
  inboxFolder: (value) => folder(value) || undefined,
  moreInboxFolders: listOf((value) => folder(value) || undefined, 50),
  noteFolder: folder,
  provider: oneOf(PROVIDERS),
  baseUrl: address,
  model: line(),
  apiKeySecret: secretName,
  prompt: text(20_000),
  outputLanguage: line(1, 40),
  tags: listOf(line(0, 100), 50),
  taskFormat: oneOf(taskFormats),
  archive: oneOf(['callout', 'details', 'none']),
  archiveLimit: count(),
  factProperties: flag,
  ownFields,
  me: listOf(line(1, 100), 50),
  tagPolicy: oneOf(tagPolicies),
  tagPrefix: line(0, 40, /^[\p{L}\p{M}\p{Nd}_/-]*$/u),
  tagsToModel: flag,
  tagsInProperty: flag,
  titleAsHeading: flag,
  renameByTitle: oneOf(['never', 'ask', 'always']),
  renamePattern: namePattern,
  template: folder,
  scannedPages: oneOf(['skip', 'vision']),
  visionModel: line(),
  contextTokens: count(),
  maxOutputTokens: count(),
  concurrency: count(0, 32),
  silenceSeconds: count(0, 86_400),
  settleSeconds: count(1, 600),
  requestsPerMinute: count(0, 10_000),
  extraHeaders: distinctHeaders,
  extraBody,
  secondReading: flag,
  checkModel: line(),
  confirmAboveTokens: count(),
  dailyTokenLimit: count(),
  completeByItself: flag,
  redact: listOf(line(1, 100), 204),
  rules,
  settingsVersion: count(1),
}));

function namePattern(value: unknown): string | undefined {
  const pattern = line(1, 200)(value);
  return pattern === undefined || !isNamePattern(pattern) ? undefined : pattern;
}

/** Accepts an address. The scheme is optional if a dot or a port shows that the text is an address. */
const addressForm = line(
  0,
  500,
  /^(https?:\/\/[^\s/]+\S*|(localhost|\[[\da-f:]+\]|[\w.-]+\.\w+|[\w.-]+(?=:\d))(:\d+)?([/?]\S*)?)?$/i,
);

/** Accepts an address without a user name or password, because the settings are synced. */
function address(value: unknown): string | undefined {
  const text = addressForm(value);
  return text === undefined || hostBehindUser(text) !== null ? undefined : text;
}

const headers = listOf((value): OwnHeader | undefined => {
  const header = asRecord(value);
  const name = line(1, 100)(header?.['name']);
  const secret = secretName(header?.['secret']);
  return name === undefined || secret === undefined || !isOwnHeaderName(name) ? undefined : { name, secret };
}, 20);

function distinctHeaders(value: unknown): readonly OwnHeader[] | undefined {
  const list = headers(value);
  const names = new Set(list?.map(({ name }) => name.toLowerCase()));
  return names.size === list?.length ? list : undefined;
}

/** Accepts a JSON object as text, without members that the plugin sets itself. */
function extraBody(value: unknown): string | undefined {
  const json = text(10_000)(value)?.trim();
  return json === undefined || readExtraBody(json) === undefined ? undefined : json;
}

/**
 * Returns the value as it is stored (trimmed, folders without slashes at the ends). Returns `undefined` when
 * it is invalid for that setting.
 */
export function checkSetting<Key extends SettingKey>(key: Key, value: unknown): Settings[Key] | undefined {
  return checks()[key](value);
}
