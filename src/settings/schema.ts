import * as v from 'valibot';
import { lazily } from '../lazily';
import type { ProviderId } from '../llm/preset';
import type { SettingKey, Settings } from './settings';

/** Every provider once, in the order they are offered. */
const providers: Readonly<Record<ProviderId, true>> = {
  offline: true,
  dashscope: true,
  deepseek: true,
  moonshot: true,
  zhipu: true,
  siliconflow: true,
  openai: true,
  openrouter: true,
  gemini: true,
  ollama: true,
  lmstudio: true,
  custom: true,
};

export const providerIds: readonly ProviderId[] = Object.keys(providers).filter(isProviderId);

type Schemas = { readonly [Key in SettingKey]: v.GenericSchema<unknown, Settings[Key]> };

const schemas = lazily((): Schemas => {
  const oneLine = v.pipe(v.string(), v.trim(), v.maxLength(500), v.regex(/^\P{Cc}*$/u));
  const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
  const folder = v.pipe(
    oneLine,
    v.check((path) => !path.split('/').includes('..')),
    v.transform((path) => (/^\/+$/.test(path) ? '/' : path.replace(/^\/+|\/+$/g, ''))),
  );
  return {
    inboxFolder: v.pipe(folder, v.minLength(1)),
    noteFolder: folder,
    provider: v.picklist(providerIds),
    baseUrl: v.pipe(oneLine, v.check((url) => url === '' || isHttpUrl(url))),
    model: oneLine,
    apiKeySecret: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
    prompt: v.pipe(v.string(), v.maxLength(20_000)),
    outputLanguage: v.pipe(oneLine, v.minLength(1), v.maxLength(40)),
    tags: v.pipe(v.array(v.pipe(oneLine, v.maxLength(100))), v.maxLength(50)),
    taskFormat: v.picklist(['plain', 'tasks', 'dataview']),
    archive: v.picklist(['callout', 'details', 'none']),
    archiveLimit: count,
    factProperties: v.boolean(),
    template: folder,
    scannedPages: v.picklist(['skip', 'vision']),
    visionModel: oneLine,
    contextTokens: count,
    maxOutputTokens: count,
    concurrency: v.pipe(count, v.maxValue(32)),
    timeoutSeconds: v.pipe(count, v.maxValue(86_400)),
    confirmAboveTokens: count,
    dailyTokenLimit: count,
    completeByItself: v.boolean(),
    settingsVersion: v.pipe(count, v.minValue(1)),
  };
});

/**
 * The value as it is to be stored (trimmed, folders without slashes at the ends), or `undefined` when it cannot be
 * that setting. The settings tab asks this before it keeps what was typed.
 */
export function checkSetting<Key extends SettingKey>(key: Key, value: unknown): Settings[Key] | undefined {
  return check(schemas()[key], value);
}

function check<Value>(schema: v.GenericSchema<unknown, Value>, value: unknown): Value | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(text);
}

function isProviderId(id: string): id is ProviderId {
  return Object.hasOwn(providers, id);
}
