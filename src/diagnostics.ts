import { isRedactKind } from './redact/finding';
import { lineOf, type LoggedFailure } from './log';
import { toBaseUrl } from './llm/base-url';
import type { SettingKey, Settings } from './settings';
import type { Aspect } from './settings/deciding';

/** The data of a diagnostics report. */
export interface Diagnosis {
  readonly pluginVersion: string;
  readonly appVersion: string;
  /** The kind of device and its operating system. */
  readonly platform: string;
  /** The interface language as a language tag. */
  readonly language: string;
  readonly settings: Settings;
  /** True when a key is in the device's secret storage. */
  readonly hasKey: boolean;
  /** The aspects of the settings that wait for approval on this device. */
  readonly unapproved: readonly Aspect[];
  /** True when this device processes new PDFs automatically. */
  readonly automatic: boolean;
  /** The last failures, oldest first. */
  readonly failures: readonly LoggedFailure[];
}

type Shown<Value> = (value: Value) => string;

const asIs: Shown<string | number | boolean> = (value) => String(value);
const ifSet: Shown<string> = (value) => (value === '' ? 'empty' : 'set');
const byLength: Shown<string> = (value) =>
  value === '' ? 'built-in' : `own, ${String(value.length)} characters`;

/**
 * Formats each setting for a report, and hides private values. The compiler requires a row for each setting.
 */
const shown: { readonly [Key in SettingKey]: Shown<Settings[Key]> } = {
  inboxFolder: (folder) => (folder === '/' ? 'the whole vault' : ifSet(folder)),
  moreInboxFolders: (folders) => String(folders.length),
  noteFolder: ifSet,
  provider: asIs,
  baseUrl: originOf,
  model: modelName,
  apiKeySecret: (name) => (name === 'pdf-inbox-api-key' ? 'default name' : 'own name'),
  prompt: byLength,
  outputLanguage: (language) =>
    /^(auto|[a-z]{2,3}(-[A-Za-z]{2,4})?)$/.test(language) ? language : byLength(language),
  tags: (tags) => String(tags.length),
  taskFormat: asIs,
  archive: asIs,
  archiveLimit: asIs,
  factProperties: asIs,
  ownFields: (fields) => String(fields.length),
  me: (names) => String(names.length),
  tagPolicy: asIs,
  tagPrefix: ifSet,
  tagsToModel: asIs,
  tagsInProperty: asIs,
  titleAsHeading: asIs,
  renameByTitle: asIs,
  renamePattern: byLength,
  template: ifSet,
  scannedPages: asIs,
  visionModel: modelName,
  contextTokens: asIs,
  maxOutputTokens: asIs,
  concurrency: asIs,
  silenceSeconds: asIs,
  settleSeconds: asIs,
  requestsPerMinute: asIs,
  extraHeaders: (headers) => String(headers.length),
  extraBody: ifSet,
  secondReading: asIs,
  checkModel: modelName,
  confirmAboveTokens: asIs,
  dailyTokenLimit: asIs,
  completeByItself: asIs,
  redact: (patterns) =>
    [...patterns.filter(isRedactKind), String(patterns.filter((each) => !isRedactKind(each)).length)].join(
      ' ',
    ),
  rules: (rules) => String(rules.length),
  settingsVersion: asIs,
};

/**
 * Writes the report as plain English text. It contains no key, no name of a file or folder, no document text
 * and no text that the user wrote. The user can publish it unchanged.
 */
export function diagnosticsText(diagnosis: Diagnosis): string {
  const { pluginVersion, appVersion, platform, language, settings, hasKey } = diagnosis;
  const { unapproved, automatic, failures } = diagnosis;
  const keys = Object.keys(shown) as SettingKey[];
  return [
    `PDF Inbox ${pluginVersion}`,
    `App ${appVersion}, ${platform}, language ${language}`,
    '',
    'Settings',
    ...keys.map((key) => `  ${key}: ${settingText(settings, key)}`),
    `  API key: ${hasKey ? 'set' : 'none'}`,
    `  waiting for approval: ${unapproved.join(', ') || 'nothing'}`,
    `  this device: ${automatic ? 'automatic' : 'on request only'}`,
    '',
    failures.length === 0 ? 'No failures since the start' : 'Last failures, newest first',
    ...[...failures].reverse().map((failure) => `  ${new Date(failure.at).toISOString()} ${lineOf(failure)}`),
  ].join('\n');
}

function settingText<Key extends SettingKey>(settings: Pick<Settings, Key>, key: Key): string {
  const show: Shown<Settings[Key]> = shown[key];
  return show(settings[key]);
}

/** Keeps only the scheme, host and port, because a path or a query may contain a key. */
function originOf(baseUrl: string): string {
  if (baseUrl === '') return 'default';
  const usable = toBaseUrl(baseUrl);
  return usable === null ? 'unusable' : new URL(usable).origin;
}

/** Hides a name that may be a key that was pasted into the wrong field. */
function modelName(name: string): string {
  if (name === '') return 'default';
  const couldBeKey = /[a-z\d]{20}/i.test(name) || /^(sk|pk|ak|gsk|xai|key|bearer)[-_ ]/i.test(name);
  return !couldBeKey && /^[\w.:/@+-]{1,80}$/.test(name) ? name : `own, ${String(name.length)} characters`;
}
