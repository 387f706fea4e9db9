import { error, formatOf, limitOf, once, openAi, when, type Behaviour } from './behaviour';

/** Errors of Azure, of proxies for Bedrock, and of other vendors. */
export const VENDORS = {
  'azure-deployment': {
    play: error(404, {
      error: {
        code: 'DeploymentNotFound',
        message:
          'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.',
      },
    }),
    outcome: 'llm-model-unknown',
    most: 2,
  },
  'azure-day': {
    play: error(
      429,
      {
        error: {
          code: '429',
          message:
            'Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-06-01 have exceeded token rate limit of your current AIServices S0 pricing tier. Please retry after 86400 seconds. To increase your default rate limit, visit: https://aka.ms/oai/quotaincrease.',
        },
      },
      { 'retry-after': '86400' },
    ),
    outcome: ['llm-rate-limit', 'llm-daily-quota'],
    most: 1,
  },
  'azure-private': {
    play: error(403, {
      error: { code: '403', message: 'Public access is disabled. Please configure private endpoint.' },
    }),
    outcome: 'llm-forbidden',
    most: 1,
  },
  'azure-format-version': {
    play: when(
      (exchange) => formatOf(exchange) === 'schema',
      error(
        400,
        openAi(
          'response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later',
          'BadRequest',
          'BadRequest',
        ),
      ),
    ),
    outcome: 'answer',
    most: 2,
  },
  'bedrock-on-demand': {
    play: error(
      400,
      openAi(
        "An error occurred (ValidationException) when calling the Converse operation: Invocation of model ID anthropic.claude-sonnet-4-20250514-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
        'BadRequestError',
        400,
      ),
    ),
    outcome: ['llm-model-unknown', 'llm-bad-request'],
    most: 2,
  },
  'bedrock-no-access': {
    play: error(
      500,
      openAi(
        "An error occurred (AccessDeniedException) when calling the ConverseStream operation: You don't have access to the model with the specified model ID.",
        'internal_error',
        500,
      ),
    ),
    outcome: ['llm-forbidden', 'llm-model-unknown'],
    most: 2,
  },
  'bedrock-throttled': {
    play: once(
      error(
        500,
        openAi(
          'An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many tokens, please wait before trying again.',
          'internal_error',
          500,
        ),
      ),
    ),
    outcome: 'answer',
    most: 2,
  },
  'github-body': {
    play: error(413, {
      error: {
        code: 'tokens_limit_reached',
        message: 'Request body too large for gpt-4o model. Max size: 8000 tokens.',
        details: 'Request body too large for gpt-4o model. Max size: 8000 tokens.',
      },
    }),
    outcome: 'llm-too-long',
    most: 1,
  },
  'github-day': {
    play: error(429, {
      error: {
        code: 'RateLimitReached',
        message:
          'Rate limit of 50 per 86400s exceeded for UserByModelByDay. Please wait 43102 seconds before retrying.',
        details:
          'Rate limit of 50 per 86400s exceeded for UserByModelByDay. Please wait 43102 seconds before retrying.',
      },
    }),
    outcome: 'llm-daily-quota',
    most: 1,
  },
  'gemini-key': {
    as: 'gemini',
    play: error(400, [
      {
        error: {
          code: 400,
          message: 'API key not valid. Please pass a valid API key.',
          status: 'INVALID_ARGUMENT',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
              reason: 'API_KEY_INVALID',
              domain: 'googleapis.com',
            },
          ],
        },
      },
    ]),
    outcome: 'llm-key-wrong',
    most: 1,
  },
  'gemini-thought-budget': {
    as: 'gemini',
    play: (exchange) => {
      exchange.reply(200, {
        choices: [{ finish_reason: 'length', index: 0, message: { role: 'assistant' } }],
        created: 1,
        model: 'gemini-flash',
        object: 'chat.completion',
        usage: { completion_tokens: 0, prompt_tokens: 836, total_tokens: 8836 },
      });
    },
    outcome: 'llm-cut-off',
    most: 2,
  },
  'gemini-suspended': {
    as: 'gemini',
    play: error(403, [
      {
        error: {
          code: 403,
          message: "Permission denied: Consumer 'api_key:AIza0' has been suspended.",
          status: 'PERMISSION_DENIED',
          details: [{ reason: 'CONSUMER_SUSPENDED' }],
        },
      },
    ]),
    outcome: ['llm-forbidden', 'llm-key-wrong'],
    most: 1,
  },
  'groq-json-validate': {
    play: when(
      (exchange) => formatOf(exchange) !== 'none',
      error(
        400,
        openAi(
          "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
          'invalid_request_error',
          'json_validate_failed',
        ),
      ),
    ),
    outcome: 'answer',
    most: 3,
  },
  'groq-decommissioned': {
    play: error(
      400,
      openAi(
        'The model `llama3-70b-8192` has been decommissioned and is no longer supported. Please refer to https://console.groq.com/docs/deprecations for a recommendation on which model to use instead.',
        'invalid_request_error',
        'model_decommissioned',
      ),
    ),
    outcome: 'llm-model-unknown',
    most: 2,
  },
  'mistral-capacity': {
    play: once(
      error(429, {
        object: 'error',
        message: 'Service tier capacity exceeded for this model.',
        type: 'service_tier_capacity_exceeded',
        param: null,
        code: '3505',
      }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'moonshot-suspended': {
    as: 'moonshot',
    play: error(429, {
      error: {
        message: 'Your account org-1<ak-1> is suspended, please check your plan and billing details',
        type: 'exceeded_current_quota_error',
      },
    }),
    outcome: 'llm-no-balance',
    most: 1,
  },
  'moonshot-concurrency': {
    as: 'moonshot',
    play: once(
      error(429, {
        error: {
          message:
            'Your account org-1<ak-1> request reached max organization concurrency: 1, please try again after 1 seconds',
          type: 'rate_limit_reached_error',
        },
      }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'deepseek-max-tokens': {
    play: when(
      (exchange) => limitOf(exchange) > 2_048,
      error(
        400,
        openAi(
          'Invalid max_tokens value, the valid range of max_tokens is [1, 2048]',
          'invalid_request_error',
          'invalid_request_error',
        ),
      ),
    ),
    outcome: 'answer',
    most: 3,
  },
  'openai-temperature': {
    play: when(
      (exchange) => 'temperature' in exchange.body,
      error(400, {
        error: {
          message:
            "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
          type: 'invalid_request_error',
          param: 'temperature',
          code: 'unsupported_value',
        },
      }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'openai-project-model': {
    play: error(
      403,
      openAi(
        'Project `proj_1` does not have access to model `gpt-4o`',
        'invalid_request_error',
        'model_not_found',
      ),
    ),
    outcome: ['llm-model-unknown', 'llm-forbidden'],
    most: 2,
  },
  'together-credit-limit': {
    play: error(
      402,
      openAi(
        'Credit limit exceeded, please navigate to https://api.together.xyz/settings/billing to upgrade your plan.',
        'credit_limit',
        null,
      ),
    ),
    outcome: 'llm-no-balance',
    most: 1,
  },
  'fireworks-model': {
    play: error(404, {
      error: {
        object: 'error',
        type: 'invalid_request_error',
        message: 'Model not found, inaccessible, and/or not deployed',
      },
    }),
    outcome: 'llm-model-unknown',
    most: 2,
  },
  'dashscope-input-length': {
    as: 'dashscope',
    play: error(400, {
      error: {
        code: 'invalid_parameter_error',
        param: null,
        message: '<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 30720]',
        type: 'invalid_request_error',
      },
      id: 'c',
      request_id: 'r',
    }),
    outcome: 'llm-too-long',
    most: 1,
  },
  'zhipu-busy': {
    as: 'zhipu',
    play: once(error(429, { error: { code: '1305', message: '该模型当前访问量过大，请您稍后再试' } })),
    outcome: 'answer',
    most: 2,
  },
  'azure-gateway-quota': {
    as: 'azure',
    play: error(403, {
      statusCode: 403,
      message: 'Out of call volume quota. Quota will be replenished in 12:34:56.',
    }),
    outcome: 'llm-daily-quota',
    most: 1,
  },
  'bedrock-expired-token': {
    play: error(
      500,
      openAi(
        'An error occurred (ExpiredTokenException) when calling the ConverseStream operation: The security token included in the request is expired',
        'internal_error',
        500,
      ),
    ),
    outcome: 'llm-key-wrong',
    most: 1,
  },
  'tencent-cloud-form': {
    as: 'hunyuan',
    play: error(200, {
      Response: {
        Error: { Code: 'FailedOperation.ResourcePackExhausted', Message: '资源包余量已用尽' },
        RequestId: 'r',
      },
    }),
    outcome: 'llm-no-balance',
    most: 1,
  },
  'zhipu-plan-without-model': {
    as: 'zhipu',
    play: error(429, { error: { code: '1311', message: '订阅套餐暂未开放GLM-5权限，请升级套餐' } }),
    outcome: 'llm-forbidden',
    most: 1,
  },
  'groq-spend-limit': {
    as: 'groq',
    play: error(
      400,
      openAi('Your organization has reached its spend limit.', 'invalid_request_error', 'blocked_api_access'),
    ),
    outcome: 'llm-no-balance',
    most: 1,
  },
  'siliconflow-concurrency': {
    as: 'siliconflow',
    play: once(error(403, { code: 50603, message: '当前并发请求数超出限制，请稍后再试', data: null })),
    outcome: 'answer',
    most: 2,
  },
  'answer-limit-zh': {
    play: when(
      (exchange) => limitOf(exchange) > 3_000,
      error(400, { error: { code: '1210', message: 'API 调用参数有误，max_tokens 不能大于 3000' } }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'anthropic-account-disabled': {
    as: 'anthropic',
    play: error(400, {
      type: 'error',
      error: { type: 'invalid_request_error', message: 'This organization has been disabled.' },
    }),
    outcome: 'llm-forbidden',
    most: 1,
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
