import type { FailureKind } from '../../src/failure';
import type { Exchange } from './exchange';

/** An error response that users of other apps have reported, and what it means. */
interface ReportedError {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly kind: FailureKind;
  /** True when the same request may succeed later; false by default. */
  readonly passing?: true;
  /** The number of requests that one call takes, with its retries; 1 by default. */
  readonly requests?: number;
}

function openAi(message: unknown, type: string | null = null, code: string | number | null = null): unknown {
  return { error: { message, type, param: null, code } };
}

/** Error responses of vendors and gateways, with invented numbers and names. */
const reported = {
  'deepseek-risk': {
    status: 400,
    body: openAi('Content Exists Risk', 'invalid_request_error', 'invalid_request_error'),
    kind: 'llm-content-filter',
  },
  'deepseek-risk-as-detail': {
    status: 400,
    body: { detail: 'Content Exists Risk' },
    kind: 'llm-content-filter',
  },
  'new-api-sensitive-words': {
    status: 400,
    body: openAi('user sensitive words detected', 'new_api_error', 'sensitive_words_detected'),
    kind: 'llm-content-filter',
  },
  'gateway-filter-zh': {
    status: 400,
    body: { code: 1301, msg: '输入内容可能包含敏感内容，请修改后重试' },
    kind: 'llm-content-filter',
  },
  'ark-overdue': {
    status: 403,
    body: openAi(
      'The request failed because your account has an overdue balance.',
      'Forbidden',
      'AccountOverdueError',
    ),
    kind: 'llm-no-balance',
  },
  'ark-limit': {
    status: 429,
    body: openAi(
      'Your account has reached the set inference limit for the model, and the model service has been paused.',
      'TooManyRequests',
      'SetLimitExceeded',
    ),
    kind: 'llm-no-balance',
  },
  'ark-access-denied': {
    status: 403,
    body: openAi(
      'The request failed because you do not have access to the requested resource.',
      'Forbidden',
      'AccessDenied',
    ),
    kind: 'llm-forbidden',
  },
  'xai-credits': {
    status: 403,
    body: {
      code: 'The caller does not have permission to execute the specified operation',
      error: "Your newly created team doesn't have any credits or licenses yet.",
    },
    kind: 'llm-no-balance',
  },
  'anthropic-credit': {
    status: 400,
    body: {
      type: 'error',
      error: { type: 'invalid_request_error', message: 'Your credit balance is too low to access this API.' },
    },
    kind: 'llm-no-balance',
  },
  'minimax-balance-500': {
    status: 500,
    body: { type: 'error', error: { type: 'api_error', message: 'insufficient balance (1008)' } },
    kind: 'llm-no-balance',
  },
  'litellm-budget': {
    status: 429,
    body: openAi('Budget has been exceeded! Current cost: 7.51, Max budget: 7.0', 'budget_exceeded', '429'),
    kind: 'llm-no-balance',
  },
  'one-api-token-quota': {
    status: 403,
    body: openAi(
      '[sk-abc***xyz] 该令牌额度已用尽 (request id: 1)',
      'new_api_error',
      'pre_consume_token_quota_failed',
    ),
    kind: 'llm-no-balance',
  },
  'new-api-deduction': {
    status: 403,
    body: openAi('预扣费额度失败, 用户剩余额度: ＄0.20, 需要预扣费额度: ＄0.61', 'new_api_error', ''),
    kind: 'llm-no-balance',
  },
  'kimi-cycle': {
    status: 403,
    body: {
      type: 'error',
      error: { type: 'permission_error', message: "You've reached your usage limit for this billing cycle." },
    },
    kind: 'llm-no-balance',
  },
  'hunyuan-package': {
    status: 400,
    body: openAi(
      '资源包余量已用尽，请购买资源包或开通后付费',
      'runtime_error',
      'FailedOperation.FreeResourcePackExhausted',
    ),
    kind: 'llm-no-balance',
  },
  'gemini-day-in-details': {
    status: 429,
    body: [
      {
        error: {
          code: 429,
          status: 'RESOURCE_EXHAUSTED',
          message: 'You exceeded your current quota, please check your plan and billing details.',
          details: [
            {
              violations: [
                { quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier', quotaValue: '20' },
              ],
            },
            { retryDelay: '34s' },
          ],
        },
      },
    ],
    kind: 'llm-daily-quota',
  },
  'gemini-minute-in-details': {
    status: 429,
    body: [
      {
        error: {
          code: 429,
          status: 'RESOURCE_EXHAUSTED',
          message: 'You exceeded your current quota, please check your plan and billing details.',
          details: [{ violations: [{ quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier' }] }],
        },
      },
    ],
    kind: 'llm-rate-limit',
    passing: true,
    requests: 4,
  },
  'one-api-no-channel': {
    status: 503,
    body: openAi('当前分组 default 下对于模型 test-model 无可用渠道', 'one_api_error'),
    kind: 'llm-model-unknown',
  },
  'gateway-no-channel': {
    status: 503,
    body: openAi('No available channel for model test-model under group default', 'api_error'),
    kind: 'llm-model-unknown',
  },
  'new-api-model-access': {
    status: 400,
    body: openAi(
      'you have no access to this model or the model name is invalid',
      'invalid_request_error',
      '400',
    ),
    kind: 'llm-model-unknown',
  },
  'openrouter-no-endpoints': {
    status: 404,
    body: openAi('No endpoints found for vendor/retired-model:free.', null, 404),
    kind: 'llm-model-unknown',
  },
  'openrouter-data-policy': {
    status: 404,
    body: openAi('No endpoints found matching your data policy (Free model publication).', null, 404),
    kind: 'llm-forbidden',
  },
  'siliconflow-real-name': {
    status: 403,
    body: { code: 30011, message: 'Real-name verification is required to use this model.', data: null },
    kind: 'llm-forbidden',
  },
  'spark-no-auth': {
    status: 200,
    body: {
      error: { message: 'AppIdNoAuthError:(code: 11200)', type: 'api_error', param: null, code: '11200' },
    },
    kind: 'llm-forbidden',
  },
  'forbidden-without-words': { status: 403, body: 'Forbidden', kind: 'llm-forbidden' },
  'azure-wrong-key': {
    status: 401,
    body: openAi('Access denied due to invalid subscription key or wrong API endpoint.', null, '401'),
    kind: 'llm-key-wrong',
  },
  'ollama-memory': {
    status: 500,
    body: { error: 'model requires more system memory (7.5 GiB) than is available (5.2 GiB)' },
    kind: 'llm-memory',
  },
  'groq-request-too-large': {
    status: 413,
    body: openAi(
      'Request too large for model `m` on tokens per minute (TPM): Limit 6000, Requested 9120, please reduce your message size.',
      'tokens',
      'rate_limit_exceeded',
    ),
    kind: 'llm-too-long',
    // The second request has a lower limit for the length of the answer.
    requests: 2,
  },
  'openai-request-too-large': {
    status: 429,
    body: openAi(
      'Request too large for m in organization o on tokens per min (TPM): Limit 30000, Requested 41200.',
      'tokens',
      'rate_limit_exceeded',
    ),
    kind: 'llm-too-long',
  },
  'input-too-long-zh': {
    status: 400,
    body: openAi('输入内容过长，上下文长度超限', 'invalid_request_error'),
    kind: 'llm-too-long',
  },
  'cloudflare-524': {
    status: 524,
    body: '<!DOCTYPE html><title>524: A timeout occurred</title>',
    kind: 'llm-no-answer',
  },
  'limits-with-reset-headers': {
    status: 429,
    body: openAi('Rate limit reached.', 'tokens', 'rate_limit_exceeded'),
    headers: {
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '7.66s',
      'x-ratelimit-remaining-requests': '12',
      'x-ratelimit-reset-requests': '14m',
    },
    kind: 'llm-rate-limit',
    passing: true,
    requests: 4,
  },
} as const satisfies Readonly<Record<string, ReportedError>>;

export type ReportedFault = keyof typeof reported;

export const REPORTED_ERRORS: Readonly<Record<ReportedFault, ReportedError>> = reported;

const names = Object.keys(reported) as readonly ReportedFault[];

/** The reported errors as faults of the endpoint, by name. */
export const REPORTED_FAULTS = Object.fromEntries(
  names.map((name) => [
    name,
    (exchange: Exchange): void => {
      const { status, body, headers = {} } = REPORTED_ERRORS[name];
      if (typeof body === 'string') exchange.raw(status, body, { 'content-type': 'text/plain', ...headers });
      else exchange.reply(status, body, headers);
    },
  ]),
) as Readonly<Record<ReportedFault, (exchange: Exchange) => void>>;
