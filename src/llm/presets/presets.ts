import type { PresetEntry } from './preset';

/** Defaults that most hosted endpoints share. */
const hosted = {
  needsKey: true,
  contextTokens: 128_000,
  maxOutputTokens: 8_000,
  concurrency: 3,
  silenceSeconds: 180,
} as const satisfies Partial<PresetEntry>;

/** Defaults for models on the user's own machine: no key, one call at a time, a long timeout. */
const local = {
  ...hosted,
  needsKey: false,
  contextTokens: 16_384,
  maxOutputTokens: 4_096,
  concurrency: 1,
  silenceSeconds: 600,
} as const satisfies Partial<PresetEntry>;

/**
 * One entry for each vendor, in the order of the settings tab. The values come from the vendors'
 * documentation of late 2026. The settings offer a new entry automatically. The compiler requires that it has
 * a wire (`wires.ts`) and a test profile.
 */
const presets = {
  dashscope: {
    ...hosted,
    id: 'dashscope',
    name: 'Alibaba Cloud (Qwen)',
    baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    model: 'qwen-plus',
    visionModel: 'qwen3-vl-plus',
    keyUrl: 'https://help.aliyun.com/zh/model-studio/get-api-key',
  },
  deepseek: {
    ...hosted,
    id: 'deepseek',
    name: 'DeepSeek',
    baseUrl: 'https://api.deepseek.com',
    model: 'deepseek-v4-flash',
    visionModel: '',
    keyUrl: 'https://platform.deepseek.com/api_keys',
  },
  moonshot: {
    ...hosted,
    id: 'moonshot',
    name: 'Moonshot (Kimi)',
    baseUrl: 'https://api.moonshot.cn/v1',
    model: 'kimi-k2.5',
    visionModel: 'kimi-k2.5',
    keyUrl: 'https://platform.moonshot.cn/console/api-keys',
  },
  zhipu: {
    ...hosted,
    id: 'zhipu',
    name: 'Zhipu (GLM)',
    baseUrl: 'https://open.bigmodel.cn/api/paas/v4',
    model: 'glm-4.6',
    visionModel: 'glm-4.6v',
    keyUrl: 'https://bigmodel.cn/usercenter/proj-mgmt/apikeys',
  },
  siliconflow: {
    ...hosted,
    id: 'siliconflow',
    name: 'SiliconFlow',
    baseUrl: 'https://api.siliconflow.cn/v1',
    model: 'Qwen/Qwen3-30B-A3B-Instruct-2507',
    visionModel: 'Qwen/Qwen3-VL-30B-A3B-Instruct',
    keyUrl: 'https://cloud.siliconflow.cn/account/ak',
  },
  openai: {
    ...hosted,
    id: 'openai',
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-5-mini',
    visionModel: 'gpt-5-mini',
    keyUrl: 'https://platform.openai.com/api-keys',
  },
  openrouter: {
    ...hosted,
    id: 'openrouter',
    name: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    model: 'qwen/qwen3-30b-a3b-instruct-2507',
    visionModel: 'qwen/qwen3-vl-30b-a3b-instruct',
    keyUrl: 'https://openrouter.ai/settings/keys',
  },
  gemini: {
    ...hosted,
    id: 'gemini',
    name: 'Google Gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai/',
    model: 'gemini-2.5-flash',
    visionModel: 'gemini-2.5-flash',
    keyUrl: 'https://aistudio.google.com/apikey',
  },
  ollama: {
    ...local,
    id: 'ollama',
    name: 'Ollama',
    baseUrl: 'http://localhost:11434',
    model: 'qwen3:8b',
    visionModel: 'qwen3-vl:8b',
    keyUrl: 'https://ollama.com/download',
  },
  lmstudio: {
    ...local,
    id: 'lmstudio',
    name: 'LM Studio',
    baseUrl: 'http://localhost:1234/v1',
    model: 'qwen/qwen3-8b',
    visionModel: 'qwen/qwen3-vl-8b',
    keyUrl: 'https://lmstudio.ai/download',
  },
  custom: {
    ...hosted,
    id: 'custom',
    name: 'Custom endpoint',
    baseUrl: '',
    model: '',
    visionModel: '',
    // Endpoints in the user's network often need no key.
    needsKey: false,
    keyUrl: '',
    contextTokens: 32_000,
    maxOutputTokens: 4_096,
    concurrency: 2,
  },
} as const satisfies Readonly<Record<string, PresetEntry>>;

/** The id of a provider with an endpoint. */
export type EndpointId = keyof typeof presets;

/** Values of the setting `provider`. `offline` has no endpoint. */
export type ProviderId = 'offline' | EndpointId;

/** The default settings of a known provider. */
export interface Preset extends PresetEntry {
  readonly id: EndpointId;
}

/** The default settings of all providers, by id. */
export const PRESETS: Readonly<Record<EndpointId, Preset>> = presets;

/** The ids of all providers, in the order in which the settings offer them. */
export const PROVIDERS: readonly ProviderId[] = ['offline', ...Object.values(PRESETS).map(({ id }) => id)];
