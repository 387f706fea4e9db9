import { CODES } from './error-codes';
import type { Wire } from './preset';
import type { EndpointId } from './presets';

/** What most hosted endpoints have in common. */
const hosted: Wire = {
  api: 'openai',
  structured: 'json',
  parameters: {},
  temperature: 0.2,
  tokenLimit: 'max_tokens',
  errorCodes: {},
};

const strict: Wire = { ...hosted, structured: 'schema' };

/** How each vendor's endpoint is spoken with, from the vendors' documentation of late 2026: what only the client needs. */
export const WIRES: Readonly<Record<EndpointId, Wire>> = {
  dashscope: {
    ...hosted,
    // JSON mode together with thinking is a 400.
    parameters: { enable_thinking: false },
    errorCodes: CODES.dashscope,
  },
  openai: {
    ...strict,
    // The least thinking the model offers. Reasoning models take no temperature.
    parameters: { reasoning_effort: 'minimal' },
    temperature: null,
    tokenLimit: 'max_completion_tokens',
    errorCodes: CODES.openai,
  },
  deepseek: {
    ...hosted,
    // Thinking is on by default.
    parameters: { thinking: { type: 'disabled' } },
    errorCodes: CODES.deepseek,
  },
  moonshot: {
    ...strict,
    parameters: { thinking: { type: 'disabled' } },
    // Some models refuse every value but their own.
    temperature: null,
    errorCodes: CODES.moonshot,
  },
  zhipu: { ...hosted, parameters: { thinking: { type: 'disabled' } }, errorCodes: CODES.zhipu },
  siliconflow: { ...hosted, parameters: { enable_thinking: false }, errorCodes: CODES.siliconflow },
  // What holds depends on the model behind it; the ladder finds out.
  openrouter: { ...strict, errorCodes: CODES.openrouter },
  gemini: { ...strict, parameters: { reasoning_effort: 'none' }, errorCodes: CODES.gemini },
  ollama: { ...strict, api: 'ollama' },
  lmstudio: strict,
  custom: strict,
};
