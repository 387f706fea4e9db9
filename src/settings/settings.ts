import { isChinese } from '../i18n/language';
import type { OwnHeader } from '../llm/own-headers';
import type { OwnField } from '../llm/own-field';
import type { ProviderId } from '../llm/presets/presets';
import type { ArchiveForm, TagPolicy, TaskFormat } from '../note/content';
import type { Rule } from './rules';

/** Whether new PDFs and their notes are renamed to the title: never, after a question, or always. */
export type RenameByTitle = 'never' | 'ask' | 'always';

/** The treatment of pages that have no usable text. */
export type ScannedPages = 'skip' | 'vision';

/**
 * The contents of `data.json`, with the same keys. In a setting of the endpoint, an empty text or a 0 means
 * the preset's value. Folders are vault paths without slashes at the ends; `/` is the whole vault.
 */
export interface Settings {
  readonly inboxFolder: string;
  /** Further watched folders. */
  readonly moreInboxFolders: readonly string[];
  /** If this is empty, each note is written into the folder of its PDF. */
  readonly noteFolder: string;
  readonly provider: ProviderId;
  readonly baseUrl: string;
  readonly model: string;
  /** Name of the secret in the app's secret storage. The settings never contain the key itself. */
  readonly apiKeySecret: string;
  /** If this is empty, the built-in instructions are used. */
  readonly prompt: string;
  /** The name of a language, or `auto` for the document's language. */
  readonly outputLanguage: string;
  readonly tags: readonly string[];
  readonly taskFormat: TaskFormat;
  readonly archive: ArchiveForm;
  /** Maximum number of characters of document text that a note keeps; 0 means no limit. */
  readonly archiveLimit: number;
  /** True when facts are also written as properties, and not only as a table in the note. */
  readonly factProperties: boolean;
  /** The user's fields. Their values in a document become properties of its note. */
  readonly ownFields: readonly OwnField[];
  /** Names, companies and roles with which documents refer to the user. */
  readonly me: readonly string[];
  readonly tagPolicy: TagPolicy;
  /** Text before new tags, such as `pdf/`. Tags that the vault already has stay as they are. */
  readonly tagPrefix: string;
  /** True when the names of the most used tags of the vault are sent to the model. */
  readonly tagsToModel: boolean;
  /** True when the tags of the digest are also in the property `tags`. */
  readonly tagsInProperty: boolean;
  /** True when the document's title is the heading of its note instead of the built-in heading. */
  readonly titleAsHeading: boolean;
  readonly renameByTitle: RenameByTitle;
  /** Pattern of the new name when a PDF and its note are renamed; see `note/title-name.ts`. */
  readonly renamePattern: string;
  /**
   * Vault path of the note that is the template for new notes. If this is empty, the built-in layout is used.
   */
  readonly template: string;
  readonly scannedPages: ScannedPages;
  readonly visionModel: string;
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  /**
   * Maximum time, in seconds, for which the endpoint may send nothing. A response that is not streamed has to
   * be complete within this time.
   */
  readonly silenceSeconds: number;
  /** A PDF is read when its file has not changed for this time, in seconds. */
  readonly settleSeconds: number;
  /** Upper limit of requests in any minute; 0 means no limit. */
  readonly requestsPerMinute: number;
  /** Headers that are added to every request. Their values are in the app's secret storage. */
  readonly extraHeaders: readonly OwnHeader[];
  /** JSON object that is added to the body of every request for a completion; empty for none. */
  readonly extraBody: string;
  /** True when a model reads the statements a second time. Without an endpoint, this has no effect. */
  readonly secondReading: boolean;
  /** Model for the second reading. If this is empty, the model that writes the digest is used. */
  readonly checkModel: string;
  /**
   * If a document needs more than this estimated number of tokens, the user is asked before it is processed;
   * 0 means that the user is never asked.
   */
  readonly confirmAboveTokens: number;
  /** Maximum number of tokens per day; 0 means no limit. */
  readonly dailyTokenLimit: number;
  /** True when notes without a model's digest get one automatically as soon as the endpoint works. */
  readonly completeByItself: boolean;
  /**
   * The values that are replaced by marks such as `[NAME_1]` before text leaves the device: kinds
   * (`REDACT_KINDS`) and the user's own words.
   */
  readonly redact: readonly string[];
  /**
   * Settings for the PDFs of a folder or for the documents of a kind; see `settingsFor`. The first fitting
   * rule for folders and the first fitting rule for kinds are used. If both have a value for a setting, the
   * value of the rule for folders is used.
   */
  readonly rules: readonly Rule[];
  readonly settingsVersion: number;
}

export type SettingKey = keyof Settings;

/** The version of the settings format that this release writes. */
export const settingsVersion = 2;

/**
 * Returns the settings that apply before the user changes any. Only the tags depend on the interface
 * language.
 */
export function defaultSettings(language: string): Settings {
  return {
    inboxFolder: 'Inbox',
    moreInboxFolders: [],
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
    archiveLimit: 2_000_000,
    factProperties: true,
    ownFields: [],
    me: [],
    tagPolicy: 'prefer',
    tagPrefix: '',
    tagsToModel: false,
    tagsInProperty: false,
    titleAsHeading: false,
    renameByTitle: 'never',
    renamePattern: '{{date}} {{title}}',
    template: '',
    scannedPages: 'skip',
    visionModel: '',
    contextTokens: 0,
    maxOutputTokens: 0,
    concurrency: 0,
    silenceSeconds: 0,
    settleSeconds: 2,
    requestsPerMinute: 0,
    extraHeaders: [],
    extraBody: '',
    secondReading: true,
    checkModel: '',
    confirmAboveTokens: 200_000,
    dailyTokenLimit: 0,
    completeByItself: false,
    redact: [],
    rules: [],
    settingsVersion,
  };
}
