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
 * documentation of late 2026. A new vendor also needs a test profile, and an entry in `wires.ts`, which
 * states how requests are sent.
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
    model: 'deepseek-flash',
    visionModel: '',
    keyUrl: 'https://platform.deepseek.com/api_keys',
  },
  moonshot: {
    ...hosted,
    id: 'moonshot',
    name: 'Moonshot (Kimi)',
    baseUrl: 'https://api.moonshot.cn/v1',
    model: 'kimi-k2.6',
    visionModel: 'kimi-k2.6',
    keyUrl: 'https://platform.moonshot.cn/console/api-keys',
  },
  zhipu: {
    ...hosted,
    id: 'zhipu',
    name: 'Zhipu (GLM)',
    baseUrl: 'https://open.bigmodel.cn/api/paas/v4',
    model: 'glm-5.2',
    visionModel: 'glm-5v-turbo',
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
  ark: {
    ...hosted,
    id: 'ark',
    name: 'Volcano Engine Ark (Doubao)',
    baseUrl: 'https://ark.cn-beijing.volces.com/api/v3',
    model: 'doubao-seed-2-0-lite-260215',
    visionModel: 'doubao-seed-2-0-lite-260215',
    keyUrl: 'https://console.volcengine.com/ark/region:ark+cn-beijing/apiKey',
  },
  hunyuan: {
    ...hosted,
    id: 'hunyuan',
    name: 'Tencent Hunyuan',
    baseUrl: 'https://api.hunyuan.cloud.tencent.com/v1',
    model: 'hunyuan-turbos-latest',
    visionModel: 'hunyuan-vision',
    keyUrl: 'https://console.cloud.tencent.com/hunyuan/api-key',
    contextTokens: 32_000,
  },
  qianfan: {
    ...hosted,
    id: 'qianfan',
    name: 'Baidu Qianfan (ERNIE)',
    baseUrl: 'https://qianfan.baidubce.com/v2',
    model: 'ernie-4.5-turbo-128k',
    visionModel: 'ernie-4.5-turbo-vl',
    keyUrl: 'https://console.bce.baidu.com/iam/#/iam/apikey/list',
  },
  minimax: {
    ...hosted,
    id: 'minimax',
    name: 'MiniMax',
    baseUrl: 'https://api.minimaxi.com/v1',
    model: 'MiniMax-M3',
    visionModel: 'MiniMax-M3',
    keyUrl: 'https://platform.minimaxi.com/user-center/basic-information/interface-key',
  },
  stepfun: {
    ...hosted,
    id: 'stepfun',
    name: 'StepFun',
    baseUrl: 'https://api.stepfun.com/v1',
    model: 'step-3.7-flash',
    visionModel: 'step-3.7-flash',
    keyUrl: 'https://platform.stepfun.com/interface-key',
  },
  openai: {
    ...hosted,
    id: 'openai',
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-5.6-luna',
    visionModel: 'gpt-5.6-luna',
    keyUrl: 'https://platform.openai.com/api-keys',
  },
  anthropic: {
    ...hosted,
    id: 'anthropic',
    name: 'Anthropic (Claude)',
    baseUrl: 'https://api.anthropic.com',
    model: 'claude-haiku-4-5',
    visionModel: 'claude-haiku-4-5',
    keyUrl: 'https://platform.claude.com/settings/keys',
  },
  azure: {
    ...hosted,
    id: 'azure',
    name: 'Azure OpenAI',
    // No defaults: the address has the name of the user's resource, and the model is the user's deployment.
    baseUrl: '',
    model: '',
    visionModel: '',
    keyUrl: 'https://portal.azure.com',
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
    model: 'gemini-flash-latest',
    visionModel: 'gemini-flash-latest',
    keyUrl: 'https://aistudio.google.com/apikey',
  },
  xai: {
    ...hosted,
    id: 'xai',
    name: 'xAI (Grok)',
    baseUrl: 'https://api.x.ai/v1',
    model: 'grok-4.7',
    visionModel: 'grok-4.7',
    keyUrl: 'https://console.x.ai',
  },
  mistral: {
    ...hosted,
    id: 'mistral',
    name: 'Mistral AI',
    baseUrl: 'https://api.mistral.ai/v1',
    model: 'mistral-small-latest',
    visionModel: 'mistral-small-latest',
    keyUrl: 'https://console.mistral.ai/api-keys',
  },
  groq: {
    ...hosted,
    id: 'groq',
    name: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    model: 'openai/gpt-oss-120b',
    visionModel: 'qwen/qwen3.8-27b',
    keyUrl: 'https://console.groq.com/keys',
  },
  github: {
    ...hosted,
    id: 'github',
    name: 'GitHub Models',
    baseUrl: 'https://models.github.ai/inference',
    model: 'openai/gpt-4.1-mini',
    visionModel: 'openai/gpt-4.1-mini',
    keyUrl: 'https://github.com/settings/personal-access-tokens',
    // Accounts without a contract may send 8,000 tokens and receive 4,000 in one request. The document gets
    // at most 60% of `contextTokens`, which is 6,000 tokens. So 2,000 of the 8,000 tokens remain for the
    // instructions.
    contextTokens: 10_000,
    maxOutputTokens: 4_000,
    concurrency: 1,
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
