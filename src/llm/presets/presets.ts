import type { EndpointId, Preset, ProviderId } from './preset';

/** What most hosted endpoints have in common. */
const hosted = {
  needsKey: true,
  contextTokens: 128_000,
  maxOutputTokens: 8_000,
  concurrency: 3,
  timeoutSeconds: 180,
} as const satisfies Partial<Preset>;

/** What a model on the user's own machine has in common: no key, one call at a time, and patience. */
const local = {
  ...hosted,
  needsKey: false,
  contextTokens: 16_384,
  maxOutputTokens: 4_096,
  concurrency: 1,
  timeoutSeconds: 600,
} as const satisfies Partial<Preset>;

/** One entry a vendor, from the vendors' documentation of late 2026. A change there is a change of a line here. */
export const PRESETS: Readonly<Record<EndpointId, Preset>> = {
  dashscope: {
    ...hosted,
    id: 'dashscope',
    baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    model: 'qwen-plus',
    visionModel: 'qwen3-vl-plus',
    keyUrl: 'https://help.aliyun.com/zh/model-studio/get-api-key',
  },
  openai: {
    ...hosted,
    id: 'openai',
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-5-mini',
    visionModel: 'gpt-5-mini',
    keyUrl: 'https://platform.openai.com/api-keys',
  },
  deepseek: {
    ...hosted,
    id: 'deepseek',
    baseUrl: 'https://api.deepseek.com',
    model: 'deepseek-v4-flash',
    visionModel: '',
    keyUrl: 'https://platform.deepseek.com/api_keys',
  },
  moonshot: {
    ...hosted,
    id: 'moonshot',
    baseUrl: 'https://api.moonshot.cn/v1',
    model: 'kimi-k2.5',
    visionModel: 'kimi-k2.5',
    keyUrl: 'https://platform.moonshot.cn/console/api-keys',
  },
  zhipu: {
    ...hosted,
    id: 'zhipu',
    baseUrl: 'https://open.bigmodel.cn/api/paas/v4',
    model: 'glm-4.6',
    visionModel: 'glm-4.6v',
    keyUrl: 'https://bigmodel.cn/usercenter/proj-mgmt/apikeys',
  },
  siliconflow: {
    ...hosted,
    id: 'siliconflow',
    baseUrl: 'https://api.siliconflow.cn/v1',
    model: 'Qwen/Qwen3-30B-A3B-Instruct-2507',
    visionModel: 'Qwen/Qwen3-VL-30B-A3B-Instruct',
    keyUrl: 'https://cloud.siliconflow.cn/account/ak',
  },
  openrouter: {
    ...hosted,
    id: 'openrouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    model: 'qwen/qwen3-30b-a3b-instruct-2507',
    visionModel: 'qwen/qwen3-vl-30b-a3b-instruct',
    keyUrl: 'https://openrouter.ai/settings/keys',
  },
  gemini: {
    ...hosted,
    id: 'gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai/',
    model: 'gemini-2.5-flash',
    visionModel: 'gemini-2.5-flash',
    keyUrl: 'https://aistudio.google.com/apikey',
  },
  ollama: {
    ...local,
    id: 'ollama',
    baseUrl: 'http://localhost:11434',
    model: 'qwen3:8b',
    visionModel: 'qwen3-vl:8b',
    keyUrl: 'https://ollama.com/download',
  },
  lmstudio: {
    ...local,
    id: 'lmstudio',
    baseUrl: 'http://localhost:1234/v1',
    model: 'qwen/qwen3-8b',
    visionModel: 'qwen/qwen3-vl-8b',
    keyUrl: 'https://lmstudio.ai/download',
  },
  custom: {
    ...hosted,
    id: 'custom',
    baseUrl: '',
    model: '',
    visionModel: '',
    // An endpoint in the user's own network may want none.
    needsKey: false,
    keyUrl: '',
    contextTokens: 32_000,
    maxOutputTokens: 4_096,
    concurrency: 2,
  },
};

/** All providers in the order they are offered. */
export const PROVIDERS: readonly ProviderId[] = [
  'offline', 'dashscope', 'openai', 'deepseek', 'moonshot', 'zhipu', 'siliconflow',
  'openrouter', 'gemini', 'ollama', 'lmstudio', 'custom',
];
