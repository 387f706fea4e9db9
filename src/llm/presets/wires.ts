import { azureBaseUrl } from '../azure-address';
import { CODES } from './error-codes';
import type { Wire } from './preset';
import type { EndpointId } from './presets';

/** Values that most hosted endpoints share. */
const hosted: Wire = {
  api: 'openai',
  keyHeader: 'authorization',
  structured: 'json',
  parameters: {},
  temperature: 0.2,
  tokenLimit: 'max_tokens',
  errorCodes: {},
};

const strict: Wire = { ...hosted, structured: 'schema' };

/** How requests are sent to each vendor's endpoint. The source is the vendors' documentation of late 2026. */
export const WIRES: Readonly<Record<EndpointId, Wire>> = {
  dashscope: {
    ...hosted,
    // With thinking enabled, the endpoint refuses JSON mode with a 400.
    parameters: { enable_thinking: false },
    errorCodes: CODES.dashscope,
  },
  openai: {
    ...strict,
    parameters: { reasoning_effort: 'none' },
    // Reasoning models accept no temperature.
    temperature: null,
    tokenLimit: 'max_completion_tokens',
    errorCodes: CODES.openai,
  },
  deepseek: {
    ...hosted,
    // The endpoint enables thinking by default, so every call disables it.
    parameters: { thinking: { type: 'disabled' } },
    errorCodes: CODES.deepseek,
  },
  moonshot: {
    ...strict,
    parameters: { thinking: { type: 'disabled' } },
    // Some of the models accept only their own default temperature.
    temperature: null,
    errorCodes: CODES.moonshot,
  },
  zhipu: { ...hosted, parameters: { thinking: { type: 'disabled' } }, errorCodes: CODES.zhipu },
  siliconflow: { ...hosted, parameters: { enable_thinking: false }, errorCodes: CODES.siliconflow },
  // A model behind OpenRouter may refuse a strict JSON Schema. The client then asks for JSON without a
  // schema.
  openrouter: { ...strict, errorCodes: CODES.openrouter },
  // The name of the default model is an alias. It can stand for a model that works only with reasoning, so
  // the reasoning is reduced but not disabled.
  gemini: { ...strict, parameters: { reasoning_effort: 'minimal' }, errorCodes: CODES.gemini },
  ollama: { ...strict, api: 'ollama' },
  anthropic: {
    ...strict,
    api: 'anthropic',
    keyHeader: 'x-api-key',
    // Newer models accept no temperature.
    temperature: null,
    errorCodes: CODES.anthropic,
  },
  azure: {
    ...strict,
    keyHeader: 'api-key',
    completeAddress: azureBaseUrl,
    temperature: null,
    tokenLimit: 'max_completion_tokens',
    errorCodes: CODES.azure,
  },
  ark: { ...hosted, parameters: { thinking: { type: 'disabled' } }, errorCodes: CODES.ark },
  // Without this parameter, the thoughts are part of the answer.
  minimax: { ...hosted, parameters: { reasoning_split: true }, errorCodes: CODES.minimax },
  xai: { ...strict, parameters: { reasoning_effort: 'low' } },
  groq: { ...strict, parameters: { reasoning_effort: 'low' }, errorCodes: CODES.groq },
  mistral: { ...strict, errorCodes: CODES.mistral },
  qianfan: { ...hosted, errorCodes: CODES.qianfan },
  hunyuan: { ...hosted, errorCodes: CODES.hunyuan },
  stepfun: { ...hosted, parameters: { reasoning_effort: 'low' } },
  // The list of models has an address outside the base URL.
  github: { ...strict, modelsPath: '/../catalog/models', errorCodes: CODES.github },
  lmstudio: strict,
  custom: strict,
};
