import { describe, expect, it } from 'vitest';
import { requestsPerMinuteIn } from '../../../../src/llm/errors/request-limits';
import { tokenLimitsIn, type TokenLimits } from '../../../../src/llm/errors/token-limits';

describe('tokenLimitsIn', () => {
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
    [
      "Requested token count exceeds the model's maximum context length of 8192 tokens. You requested a total of 9001 tokens: 7001 tokens from the input messages and 2000 tokens for the completion.",
      { total: 8192, prompt: 7001, requested: 9001 },
    ],
    [
      'input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000',
      { total: 200000, prompt: 188240 },
    ],
    ['max_tokens: 8000 > 4096, which is the maximum allowed number of output tokens', { answer: 4096 }],
    ['Try again with a maximum tokens value that is lower than 2048.', { answer: 2047 }],
    [
      'Input length (9012 tokens) exceeds the maximum allowed length (7000 tokens).',
      { input: 7000, prompt: 9012 },
    ],
    [
      'The input token count (9012) exceeds the maximum number of tokens allowed (6000).',
      { input: 6000, prompt: 9012 },
    ],
    ['prompt is too long: 208310 tokens > 200000 maximum', { input: 200000, prompt: 208310 }],
    ['Range of input length should be [1, 30720]', { input: 30720 }],
    ['Max Input Tokens=272000, Got=301450', { input: 272000, prompt: 301450 }],
    ['Cannot truncate prompt with n_keep (15028) >= n_ctx (7424)', { input: 7424, prompt: 15028 }],
    ['Request body too large for gpt-5-mini model. Max size: 4000 tokens.', { input: 4000 }],
    ['Your request exceeded model token limit: 8192 (requested: 9000)', { total: 8192, requested: 9000 }],
    ['API 调用参数有误，max_tokens 不能大于 3000', { answer: 3000 }],
    ['Input is too long', {}],
    ['temperature must be at most 2', {}],
  ])('tokenLimitsIn reads the limits and the numbers of tokens in the message “%s”', (message, limits) => {
    expect(tokenLimitsIn(message)).toEqual(limits);
  });
});

describe('requestsPerMinuteIn', () => {
  it.each<[string, number | undefined]>([
    ['High demand for qwen/qwen3-coder:free on OpenRouter - limited to 8 requests per minute.', 8],
    ['Rate limit reached for gpt-5 on requests per min. Limit: 3 / min. Please try again in 20s.', 3],
    ['on requests per min (RPM): Limit 500, Used 500, Requested 1.', 500],
    ['request reached organization max RPM: 3, please try again after 1 seconds', 3],
    ['Rate limit of 15 per 60s exceeded for UserByModelByMinute.', 15],
    ['Rate limit of 50 per 86400s exceeded for UserByModelByDay.', undefined],
    ['on tokens per min (TPM): Limit 30000, Used 29000, Requested 4000.', undefined],
    ['limited to 60000 requests per minute', undefined],
    ['Too many requests', undefined],
  ])('requestsPerMinuteIn reads only a plausible limit per minute in the message “%s”', (message, limit) => {
    expect(requestsPerMinuteIn(message)).toBe(limit);
  });
});
