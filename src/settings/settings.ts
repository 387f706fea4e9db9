import { isChinese } from '../i18n/language';
import type { ProviderId } from '../llm/presets/presets';
import type { ArchiveForm, TaskFormat } from '../note/content';

/** What to do with pages that have no usable text. */
export type ScannedPages = 'skip' | 'vision';

/**
 * What `data.json` holds, under these very keys. An empty text or a 0 in what belongs to the endpoint means the
 * preset's value. Folders are vault paths without slashes at the ends; `/` is the whole vault.
 */
export interface Settings {
  readonly inboxFolder: string;
  /** Empty: each note stands beside its PDF. */
  readonly noteFolder: string;
  readonly provider: ProviderId;
  readonly baseUrl: string;
  readonly model: string;
  /** Name of the secret in the app's secret storage; the key itself is never a setting. */
  readonly apiKeySecret: string;
  /** Empty: the built-in instructions. */
  readonly prompt: string;
  /** `auto` (the document's) or a language. */
  readonly outputLanguage: string;
  readonly tags: readonly string[];
  readonly taskFormat: TaskFormat;
  readonly archive: ArchiveForm;
  /** Characters; 0 is no limit. */
  readonly archiveLimit: number;
  /** Facts as properties, besides the table in the note. */
  readonly factProperties: boolean;
  /** Vault path of the note whose text is the layout of new notes; empty: the built-in one. */
  readonly template: string;
  readonly scannedPages: ScannedPages;
  readonly visionModel: string;
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  readonly timeoutSeconds: number;
  /** Statements are read a second time by a model, where there is an endpoint. */
  readonly secondReading: boolean;
  /** Model of the second reading; empty: the one that writes the digest. */
  readonly checkModel: string;
  /** Ask before a document estimated above this many tokens; 0 never asks. */
  readonly confirmAboveTokens: number;
  /** Tokens a day; 0 is no limit. */
  readonly dailyTokenLimit: number;
  /** Notes without a model's digest get one unasked, once the endpoint works. */
  readonly completeByItself: boolean;
  readonly settingsVersion: number;
}

export type SettingKey = keyof Settings;

/** The version this release writes. */
export const settingsVersion = 1;

/** Settings as they are before the user changes any; only the tags depend on the interface language. */
export function defaultSettings(language: string): Settings {
  return {
    inboxFolder: 'Inbox',
    noteFolder: '',
    provider: 'offline',
    baseUrl: '',
    model: '',
    apiKeySecret: 'pdf-inbox-api-key',
    prompt: '',
    outputLanguage: 'auto',
    tags: isChinese(language) ? ['AI处理', 'PDF'] : ['ai-processed', 'pdf'],
    taskFormat: 'plain',
    archive: 'callout',
    archiveLimit: 0,
    factProperties: false,
    template: '',
    scannedPages: 'skip',
    visionModel: '',
    contextTokens: 0,
    maxOutputTokens: 0,
    concurrency: 0,
    timeoutSeconds: 0,
    secondReading: true,
    checkModel: '',
    confirmAboveTokens: 200_000,
    dailyTokenLimit: 0,
    completeByItself: false,
    settingsVersion,
  };
}
