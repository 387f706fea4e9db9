import { event } from '../streams';
import { chunk, error, once, openAi, stream, type Behaviour } from './behaviour';

/** Errors of gateways (LiteLLM, one-api, new-api, Open WebUI, OpenRouter) and of Cloudflare Workers AI. */
export const GATEWAYS = {
  'litellm-context': {
    play: error(
      400,
      openAi(
        "litellm.ContextWindowExceededError: litellm.BadRequestError: ContextWindowExceededError: OpenAIException - This model's maximum context length is 8192 tokens. However, your messages resulted in 9312 tokens. Please reduce the length of the messages.\nmodel=gpt-4. context_window_fallbacks=None. fallbacks=None.",
        null,
        '400',
      ),
    ),
    outcome: 'llm-too-long',
    most: 1,
  },
  'litellm-proxy-key': {
    play: error(
      401,
      openAi(
        'Authentication Error, Invalid proxy server token passed. Received API Key = sk-...1234, Key Hash (Token) =9f2a. Unable to find token in cache or `LiteLLM_VerificationTable`',
        'token_not_found_in_db',
        '401',
      ),
    ),
    outcome: 'llm-key-wrong',
    most: 1,
  },
  'litellm-key-model-access': {
    play: error(
      401,
      openAi(
        "key not allowed to access model. This key can only access models=['gpt-4o-mini']. Tried to access gpt-4o",
        'key_model_access_denied',
        '401',
      ),
    ),
    outcome: ['llm-forbidden', 'llm-model-unknown'],
    most: 2,
  },
  'litellm-no-deployments': {
    play: once(
      error(
        429,
        openAi(
          "No deployments available for selected model, Try again in 5 seconds. Passed model=gpt-4o. pre-call-checks=False, cooldown_list=['3f2b']",
          'None',
          '429',
        ),
      ),
    ),
    outcome: 'answer',
    most: 2,
  },
  'new-api-token-invalid': {
    play: error(401, openAi('无效的令牌 (request id: 20250711)', 'new_api_error')),
    outcome: 'llm-key-wrong',
    most: 1,
  },
  'new-api-token-model': {
    play: error(403, openAi('该令牌无权访问模型 gpt-4o (request id: 20250711)', 'new_api_error')),
    outcome: ['llm-forbidden', 'llm-model-unknown'],
    most: 2,
  },
  'one-api-saturated': {
    play: once(
      error(429, openAi('当前分组上游负载已饱和，请稍后再试 (request id: 20250711)', 'upstream_error', 429)),
    ),
    outcome: 'answer',
    most: 2,
  },
  'new-api-user-quota': {
    play: error(
      403,
      openAi(
        '用户额度不足, 剩余额度: ＄-0.012 (request id: 20250711)',
        'new_api_error',
        'insufficient_user_quota',
      ),
    ),
    outcome: 'llm-no-balance',
    most: 1,
  },
  'open-webui-model': {
    play: error(404, { detail: 'Model not found' }),
    outcome: 'llm-model-unknown',
    most: 2,
  },
  'open-webui-signed-out': {
    play: error(401, { detail: 'Your session has expired or the token is invalid. Please sign in again.' }),
    outcome: 'llm-key-wrong',
    most: 1,
  },
  'openrouter-free-day': {
    as: 'openrouter',
    play: error(429, {
      error: {
        message:
          'Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day',
        code: 429,
        metadata: {
          headers: {
            'X-RateLimit-Limit': '50',
            'X-RateLimit-Remaining': '0',
            'X-RateLimit-Reset': '1783728000000',
          },
          provider_name: null,
        },
      },
    }),
    outcome: 'llm-daily-quota',
    most: 1,
  },
  'openrouter-afford': {
    as: 'openrouter',
    play: error(402, {
      error: {
        message:
          'This request requires more credits, or fewer max_tokens. You requested up to 8000 tokens, but can only afford 2134. To increase, visit https://openrouter.ai/settings/credits and upgrade to a paid account',
        code: 402,
      },
    }),
    outcome: 'llm-no-balance',
    most: 1,
  },
  'openrouter-raw-too-long': {
    as: 'openrouter',
    play: error(400, {
      error: {
        message: 'Provider returned error',
        code: 400,
        metadata: {
          raw: '{"error":{"message":"Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 301224 tokens. Please reduce the length of the messages.","type":"invalid_request_error"}}',
          provider_name: 'OpenAI',
        },
      },
    }),
    outcome: 'llm-too-long',
    most: 1,
  },
  'openrouter-error-midway': {
    as: 'openrouter',
    route: 'browser',
    play: once(
      stream((answer) => [
        chunk({ role: 'assistant', content: answer.slice(0, 90) }),
        event({
          id: 'gen-1',
          object: 'chat.completion.chunk',
          error: { code: 502, message: 'Provider disconnected unexpectedly' },
          choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
        }),
      ]),
    ),
    outcome: 'answer',
    most: 2,
  },
  'one-api-behind-524': {
    play: error(500, {
      error: { message: '', type: 'upstream_error', param: '524', code: 'bad_response_status_code' },
    }),
    outcome: 'llm-no-answer',
    most: 1,
  },
  'one-api-without-price': {
    play: error(
      500,
      openAi(
        '模型 gpt-9 倍率或价格未配置，请联系管理员设置或开始自用模式；Model gpt-9 ratio or price not set, please set or start self-use mode',
        'new_api_error',
        'model_price_error',
      ),
    ),
    outcome: 'llm-model-unknown',
    most: 2,
  },
  'litellm-stopped-waiting': {
    play: error(
      408,
      openAi(
        'litellm.Timeout: APITimeoutError - Request timed out. \nerror_str: Request timed out.',
        null,
        '408',
      ),
    ),
    outcome: 'llm-no-answer',
    most: 1,
  },
  'openrouter-key-limit': {
    as: 'openrouter',
    play: error(403, {
      error: {
        message: 'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys',
        code: 403,
      },
    }),
    outcome: 'llm-no-balance',
    most: 1,
  },
  'open-webui-without-key': {
    play: error(403, { detail: 'Not authenticated' }),
    outcome: 'llm-key-wrong',
    most: 1,
  },
  'workers-ai-day': {
    play: error(429, {
      result: null,
      success: false,
      errors: [
        {
          code: 4006,
          message:
            "AiError: you have used up your daily free allocation of 10,000 neurons, please upgrade to Cloudflare's Workers Paid plan if you would like to continue usage.",
        },
      ],
      messages: [],
    }),
    outcome: 'llm-daily-quota',
    most: 1,
  },
  'new-api-address-list': {
    play: error(403, openAi('您的 IP 不在令牌允许访问的列表中', 'new_api_error')),
    outcome: 'llm-forbidden',
    most: 1,
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
