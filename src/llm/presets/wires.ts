import { CODES } from './error-codes';
import type { Wire } from './preset';
import type { EndpointId } from './presets';

/** Values that most hosted endpoints share. */
const hosted: Wire = {
  api: 'openai',
  structured: 'json',
  parameters: {},
  temperature: 0.2,
  tokenLimit: 'max_tokens',
  errorCodes: {},
};

const strict: Wire = { ...hosted, structured: 'schema' };

/**
 * How the client sends requests to each vendor's endpoint, from the vendors' documentation of late 2026. This
 * table is separate from the presets, because only the endpoint worker needs it.
 */
export const WIRES: Readonly<Record<EndpointId, Wire>> = {
  dashscope: {
    ...hosted,
    // With thinking enabled, the endpoint refuses JSON mode with a 400.
    parameters: { enable_thinking: false },
    errorCodes: CODES.dashscope,
  },
  openai: {
    ...strict,
    // This is the lowest reasoning effort of the model. Reasoning models accept no temperature.
    parameters: { reasoning_effort: 'minimal' },
    temperature: null,
    tokenLimit: 'max_completion_tokens',
    errorCodes: CODES.openai,
  },
  deepseek: {
    ...hosted,
    // Thinking is enabled by default.
    parameters: { thinking: { type: 'disabled' } },
    errorCodes: CODES.deepseek,
  },
  moonshot: {
    ...strict,
    parameters: { thinking: { type: 'disabled' } },
    // Some of the models accept only their own default.
    temperature: null,
    errorCodes: CODES.moonshot,
  },
  zhipu: { ...hosted, parameters: { thinking: { type: 'disabled' } }, errorCodes: CODES.zhipu },
  siliconflow: { ...hosted, parameters: { enable_thinking: false }, errorCodes: CODES.siliconflow },
  // The accepted form depends on the model behind OpenRouter. When a form is refused, the client tries a
  // simpler one.
  openrouter: { ...strict, errorCodes: CODES.openrouter },
  gemini: { ...strict, parameters: { reasoning_effort: 'none' }, errorCodes: CODES.gemini },
  ollama: { ...strict, api: 'ollama' },
  lmstudio: strict,
  custom: strict,
};
