import { riskOf, type AddressRisk } from '../llm/address-risk';
import { toBaseUrl } from '../llm/base-url';
import { PRESETS, type EndpointId } from '../llm/presets/presets';
import { inboxFolders, isInInbox, isOnlyOnThisDevice, localFolders } from './settings-for';
import type { SettingKey, Settings } from './settings';

/** The aspects of sending data from this device. The user is shown each aspect that needs approval. */
export type Aspect =
  | 'inboxFolder'
  | 'endpoint'
  | 'apiKey'
  | 'headers'
  | 'extraBody'
  | 'model'
  | 'pageImages'
  | 'secondReader'
  | 'completion'
  | 'tags'
  | 'onlyHere'
  | 'redaction';

interface Deciding<Value> {
  readonly aspect: Aspect;
  /** Further aspects that depend on this setting. */
  readonly also?: readonly Aspect[];
  /**
   * A value that needs no approval, because with this value the plugin sends nothing, or only the data that
   * the other settings allow.
   */
  readonly closed?: Value;
}

/**
 * Maps each setting to the aspect that the setting decides. The value is null for settings that never add a
 * document or a recipient, such as instructions and limits. The code does not compile if a setting is missing
 * here.
 */
const deciding: { readonly [Key in SettingKey]: Deciding<Settings[Key]> | null } = {
  inboxFolder: { aspect: 'inboxFolder' },
  moreInboxFolders: { aspect: 'inboxFolder', closed: [] },
  noteFolder: null,
  // The default models depend on the provider, even if the user has entered an address.
  provider: { aspect: 'endpoint', also: ['model', 'pageImages'], closed: 'offline' },
  baseUrl: { aspect: 'endpoint' },
  // Behind one address, the name of a model may decide which company gets the text.
  model: { aspect: 'model' },
  apiKeySecret: { aspect: 'apiKey' },
  prompt: null,
  outputLanguage: null,
  tags: null,
  taskFormat: null,
  archive: null,
  archiveLimit: null,
  factProperties: null,
  ownFields: null,
  me: null,
  tagPolicy: null,
  tagPrefix: null,
  // Names of tags are the user's own words. They can reveal a lot about the vault.
  tagsToModel: { aspect: 'tags', closed: false },
  tagsInProperty: null,
  titleAsHeading: null,
  renameByTitle: null,
  renamePattern: null,
  template: null,
  scannedPages: { aspect: 'pageImages', closed: 'skip' },
  visionModel: { aspect: 'pageImages' },
  contextTokens: null,
  maxOutputTokens: null,
  concurrency: null,
  silenceSeconds: null,
  settleSeconds: null,
  requestsPerMinute: null,
  // The value of a header is a secret of this device. Some gateways also route requests by their headers.
  extraHeaders: { aspect: 'headers', closed: [] },
  // At some gateways, a member of the body decides which company gets the text.
  extraBody: { aspect: 'extraBody', closed: '' },
  secondReading: { aspect: 'secondReader', closed: false },
  checkModel: { aspect: 'secondReader', closed: '' },
  confirmAboveTokens: null,
  dailyTokenLimit: null,
  // Turning this on sends documents that have stayed on the device until now.
  completeByItself: { aspect: 'completion', closed: false },
  // If a pattern is removed, the values that it matches are sent.
  redact: { aspect: 'redaction' },
  // If a rule is changed or removed, the PDFs of a folder may be sent.
  rules: { aspect: 'onlyHere' },
  settingsVersion: null,
};

/** The settings that decide what leaves this device. */
export const decidingKeys = (Object.keys(deciding) as SettingKey[]).filter((key) => deciding[key] !== null);

/**
 * Returns the aspect that a setting belongs to; null when the setting does not decide what leaves the device.
 */
export function aspectOf(key: SettingKey): Aspect | null {
  return deciding[key]?.aspect ?? null;
}

/** Returns whether one of these aspects depends on a setting. */
export function decides(key: SettingKey, some: ReadonlySet<Aspect>): boolean {
  const row = deciding[key];
  return row !== null && [row.aspect, ...(row.also ?? [])].some((aspect) => some.has(aspect));
}

/** Returns true when a setting has its `closed` value, which needs no approval. */
export function isClosed(key: SettingKey, settings: Settings): boolean {
  const row = deciding[key];
  return row !== null && 'closed' in row && JSON.stringify(row.closed) === JSON.stringify(settings[key]);
}

/**
 * For each aspect, a function that returns what the settings decide about it, as a text. If the text changes,
 * the user may have to approve the change. Null means that this aspect sends nothing. An empty text is a
 * value, too: for `model`, it means that there is no default model.
 */
const meanings: { readonly [Each in Aspect]: (settings: Settings) => string | null } = {
  inboxFolder: (settings) => inboxFolders(settings).join(', '),
  endpoint: addressOf,
  apiKey: online(({ apiKeySecret }) => apiKeySecret),
  headers: online(({ extraHeaders }) => {
    const headers = extraHeaders.map(({ name, secret }) => `${name}: ${secret}`);
    return headers.join(', ') || null;
  }),
  extraBody: online(({ extraBody }) => extraBody || null),
  model: online(({ model, provider }) => model || PRESETS[provider].model),
  pageImages: online(({ scannedPages, visionModel, provider }) =>
    scannedPages === 'vision' ? visionModel || PRESETS[provider].visionModel : null,
  ),
  secondReader: online(({ secondReading, checkModel }) => (secondReading && checkModel) || null),
  completion: online(({ completeByItself }) => (completeByItself ? '' : null)),
  tags: online(({ tagsToModel }) => (tagsToModel ? '' : null)),
  onlyHere: online((settings) => localFolders(settings).join(', ')),
  redaction: online(({ redact }) => redact.join(', ')),
};

export const aspects = Object.keys(meanings) as Aspect[];

/** Returns what the settings decide about an aspect, as a text; see `meanings`. */
export function meaningOf(aspect: Aspect, settings: Settings): string | null {
  return meanings[aspect](settings);
}

type OnlineSettings = Settings & { readonly provider: EndpointId };

type Narrower = (before: Settings, after: Settings) => boolean;

/**
 * For aspects that are lists: returns true if all documents and values that stay on the device with the old
 * list also stay on the device with the new list.
 */
const narrower: { readonly [Each in Aspect]?: Narrower } = {
  inboxFolder: (before, after) => inboxFolders(after).every((folder) => isInInbox(before, folder)),
  redaction: (before, after) => before.redact.every((pattern) => after.redact.includes(pattern)),
  onlyHere: (before, after) => localFolders(before).every((folder) => isOnlyOnThisDevice(after, folder)),
};

/**
 * Returns true if a change of an aspect needs no approval: the old settings already allow all that the new
 * ones allow. Lists are not compared as text, because `A, B` can be one folder or two folders.
 */
export function isCovered(aspect: Aspect, before: Settings, after: Settings): boolean {
  const isNarrower = narrower[aspect];
  return isNarrower === undefined
    ? meaningOf(aspect, before) === meaningOf(aspect, after)
    : isNarrower(before, after);
}

/** Returns the risk of the address to which the settings send documents; null when there is none. */
export function addressRiskOf(settings: Settings): AddressRisk | null {
  return riskOf(addressOf(settings) ?? '');
}

/**
 * Returns the whole address. Its origin alone is not enough, because on a shared host the path may decide who
 * receives a request. Null for the offline engine.
 */
function addressOf({ provider, baseUrl }: Settings): string | null {
  if (provider === 'offline') return null;
  const address = baseUrl || PRESETS[provider].baseUrl;
  return toBaseUrl(address) ?? address;
}

/** Wraps a function of `meanings` so that it returns null for the offline engine. */
function online(meaning: (settings: OnlineSettings) => string | null): (settings: Settings) => string | null {
  return (settings) => {
    const { provider } = settings;
    return provider === 'offline' ? null : meaning({ ...settings, provider });
  };
}
