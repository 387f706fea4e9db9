import { describe, expect, it } from 'vitest';
import { tokenLimitsIn, type TokenLimits } from '../../../../src/llm/errors/token-limits';

describe('the limits in a message', () => {
  it.each<[string, TokenLimits]>([
    [
      "This model's maximum context length is 4,096 tokens. However, you requested 4932 tokens (836 in the messages, 4096 in the completion).",
      { total: 4096, prompt: 836, requested: 4932 },
    ],
    [
      "'max_tokens' is too large: 8192. This model's maximum context length is 8192 tokens and your request has 3000 input tokens.",
      { total: 8192, prompt: 3000 },
    ],
    ['the request exceeds the available context size (4096 tokens)', { total: 4096 }],
    ['on tokens per minute (TPM): Limit 6000, Requested 14810', { total: 6000, requested: 14810 }],
    [
      '`inputs` tokens + `max_new_tokens` must be <= 2048. Given: 1020 `inputs` tokens',
      { total: 2048, prompt: 1020 },
    ],
    ['the valid range of max_tokens is [1, 8192]', { answer: 8192 }],
    ['max_tokens must be less than or equal to 4096', { answer: 4096 }],
    ['This model supports at most 16384 completion tokens', { answer: 16384 }],
    ['Input is too long', {}],
    ['temperature must be at most 2', {}],
  ])('%s', (message, limits) => {
    expect(tokenLimitsIn(message)).toEqual(limits);
  });
});
