import { PRESETS, type EndpointId } from '../../src/llm/presets/presets';
import { anthropicMessage } from './anthropic';
import { openAiCompletion, ollamaCompletion } from './completions';
import type { Exchange, AnswerSpec, RecordedRequest } from './exchange';
import {
  openAiError,
  OPENAI_ERRORS,
  dashScopeError,
  zhipuError,
  siliconFlowError,
  geminiError,
  moonshotError,
  openRouterError,
  ollamaError,
  anthropicError,
  azureError,
  arkError,
  miniMaxError,
  xaiError,
  mistralError,
  type ErrorName,
  type VendorError,
} from './vendor-errors';

/** How one vendor's endpoint behaves. */
export interface Profile {
  readonly id: EndpointId;
  /** Path of the base URL. */
  readonly basePath: string;
  readonly needsKey: boolean;
  /** The name of the header with the key, in lower case. */
  readonly keyHeader: string;
  readonly errors: Readonly<Record<ErrorName, VendorError>>;
  completion(exchange: Exchange, spec: AnswerSpec): unknown;
  /** Returns the error if the vendor refuses this request; null otherwise. */
  refuse(body: Readonly<Record<string, unknown>>, request: RecordedRequest): VendorError | null;
}

function responseFormat(body: Readonly<Record<string, unknown>>): string {
  const format = body['response_format'];
  return typeof format === 'object' && format !== null && 'type' in format && typeof format.type === 'string'
    ? format.type
    : 'text';
}

function noSchema(body: Readonly<Record<string, unknown>>): VendorError | null {
  return responseFormat(body) === 'json_schema'
    ? openAiError(
        400,
        "response_format type 'json_schema' is not supported by this model.",
        'invalid_request_error',
        null,
      )
    : null;
}

function profile(
  id: EndpointId,
  own: Partial<Omit<Profile, 'id' | 'errors'>>,
  errors: Partial<Profile['errors']> = {},
): Profile {
  return {
    id,
    basePath: '/v1',
    needsKey: PRESETS[id].needsKey,
    keyHeader: 'authorization',
    completion: openAiCompletion,
    refuse: () => null,
    ...own,
    errors: { ...OPENAI_ERRORS, ...errors },
  };
}

export const PROFILES: Readonly<Record<EndpointId, Profile>> = {
  openai: profile('openai', {
    refuse: (body) => {
      if ('max_tokens' in body) {
        return openAiError(
          400,
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
          'invalid_request_error',
          'unsupported_parameter',
        );
      }
      if ('temperature' in body && body['temperature'] !== 1) {
        return openAiError(
          400,
          "Unsupported value: 'temperature' does not support 0.2 with this model.",
          'invalid_request_error',
          'unsupported_value',
        );
      }
      return null;
    },
  }),
  dashscope: profile(
    'dashscope',
    {
      basePath: '/compatible-mode/v1',
      refuse: (body) => {
        if (responseFormat(body) !== 'text' && body['enable_thinking'] === true) {
          return dashScopeError(
            400,
            'invalid_parameter_error',
            'Json mode response is not supported when enable_thinking is true',
          );
        }
        if (responseFormat(body) === 'json_object' && !/json/i.test(JSON.stringify(body['messages']))) {
          return dashScopeError(
            400,
            'invalid_parameter_error',
            "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
          );
        }
        return noSchema(body);
      },
    },
    {
      'wrong-key': dashScopeError(401, 'invalid_api_key', 'Incorrect API key provided.'),
      'no-balance': dashScopeError(
        400,
        'Arrearage',
        'Access denied, please make sure your account is in good standing.',
      ),
      'unknown-model': dashScopeError(
        404,
        'model_not_found',
        'The model `x` does not exist or you do not have access to it.',
      ),
      'rate-limit': dashScopeError(
        429,
        'insufficient_quota',
        'You exceeded your current quota, allocated quota exceeded.',
      ),
      'content-filter': dashScopeError(
        400,
        'data_inspection_failed',
        'Input data may contain inappropriate content.',
      ),
      'too-long': dashScopeError(
        400,
        'invalid_parameter_error',
        'Range of input length should be [1, 129024]',
      ),
      'server-error': dashScopeError(500, 'InternalError', 'An internal error has occurred.'),
    },
  ),
  deepseek: profile(
    'deepseek',
    { basePath: '', refuse: noSchema },
    {
      'wrong-key': openAiError(
        401,
        'Authentication Fails (no such user)',
        'authentication_error',
        'invalid_request_error',
      ),
      'no-balance': openAiError(402, 'Insufficient Balance', 'unknown_error', 'invalid_request_error'),
      'unknown-model': openAiError(400, 'Model Not Exist', 'invalid_request_error', 'invalid_request_error'),
      'server-error': openAiError(503, 'Service is too busy.', 'service_unavailable_error', null),
    },
  ),
  moonshot: profile(
    'moonshot',
    {
      refuse: (body) =>
        'temperature' in body && body['temperature'] !== 1
          ? moonshotError(
              400,
              'invalid_request_error',
              'invalid temperature: only 1 is allowed for this model',
            )
          : null,
    },
    {
      'wrong-key': moonshotError(401, 'invalid_authentication_error', 'Invalid Authentication'),
      'no-balance': moonshotError(
        429,
        'exceeded_current_quota_error',
        'Your account is suspended, please check your plan and billing details',
      ),
      'unknown-model': moonshotError(
        404,
        'resource_not_found_error',
        'Not found the model or Permission denied',
      ),
      'rate-limit': moonshotError(429, 'rate_limit_reached_error', 'Your account request reached max RPM: 3'),
      'content-filter': moonshotError(
        400,
        'content_filter',
        'The request was rejected because it was considered high risk',
      ),
      'too-long': moonshotError(
        400,
        'invalid_request_error',
        'Your request exceeded model token limit : 131072',
      ),
      'server-error': moonshotError(500, 'server_error', 'Internal server error'),
    },
  ),
  zhipu: profile(
    'zhipu',
    { basePath: '/api/paas/v4', refuse: noSchema },
    {
      'wrong-key': zhipuError(401, '1002', 'Authorization Token非法，请确认Authorization Token正确传递。'),
      'no-balance': zhipuError(429, '1113', '您的账户已欠费，请充值后重试。'),
      'unknown-model': zhipuError(400, '1211', '模型不存在，请检查模型代码。'),
      'rate-limit': zhipuError(429, '1302', '您当前使用该API的并发数过高，请降低并发，或联系客服增加限额。'),
      'daily-quota': zhipuError(429, '1304', '该API已达今日调用次数限额。'),
      'content-filter': zhipuError(400, '1301', '系统检测到输入或生成内容可能包含不安全或敏感内容。'),
      'too-long': zhipuError(400, '1261', 'Prompt 超长'),
      'server-error': zhipuError(500, '1234', '网络错误，错误id：1，请联系客服。'),
    },
  ),
  siliconflow: profile(
    'siliconflow',
    { refuse: noSchema },
    {
      'wrong-key': { status: 401, body: 'Invalid token' },
      'no-balance': siliconFlowError(403, 30001, 'Sorry, your account balance is insufficient'),
      'unknown-model': siliconFlowError(400, 20012, 'Model does not exist. Please check it carefully.'),
      'rate-limit': siliconFlowError(429, 50603, 'System is really busy. Please try again later.'),
      'daily-quota': siliconFlowError(
        429,
        50604,
        'Request was rejected due to rate limiting. Details: RPD limit reached.',
      ),
      'content-filter': siliconFlowError(451, 50700, 'The request contains inappropriate content.'),
      'too-long': siliconFlowError(413, 20015, 'length of prompt_tokens must be less than max_seq_len'),
      'server-error': siliconFlowError(503, 50505, 'Model service overloaded. Please try again later.'),
    },
  ),
  openrouter: profile(
    'openrouter',
    { basePath: '/api/v1' },
    {
      'wrong-key': openRouterError(401, 401, 'No auth credentials found'),
      'no-balance': openRouterError(402, 402, 'Insufficient credits. Add more to continue.'),
      'unknown-model': openRouterError(400, 400, 'x is not a valid model ID'),
      'rate-limit': openRouterError(200, 429, 'Provider returned error'),
      'daily-quota': openRouterError(429, 429, 'Rate limit exceeded: free-models-per-day'),
      'content-filter': openRouterError(403, 403, 'Your input was flagged'),
      'too-long': openRouterError(400, 400, "This endpoint's maximum context length is 32768 tokens."),
      'server-error': openRouterError(200, 502, 'Provider returned error'),
    },
  ),
  gemini: profile(
    'gemini',
    { basePath: '/v1beta/openai' },
    {
      'wrong-key': geminiError(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.'),
      'no-balance': geminiError(402, 'FAILED_PRECONDITION', 'Billing is not enabled for this project.'),
      'unknown-model': geminiError(404, 'NOT_FOUND', 'models/x is not found for API version v1main.'),
      'rate-limit': geminiError(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).'),
      'daily-quota': geminiError(
        429,
        'RESOURCE_EXHAUSTED',
        'Quota exceeded for quota metric GenerateRequestsPerDayPerProjectPerModel, requests per day.',
      ),
      'too-long': geminiError(
        400,
        'INVALID_ARGUMENT',
        'The input token count exceeds the maximum number of tokens allowed.',
      ),
      'server-error': geminiError(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'),
    },
  ),
  ollama: profile(
    'ollama',
    { basePath: '', completion: ollamaCompletion },
    {
      'wrong-key': ollamaError(401, 'unauthorized'),
      'no-balance': ollamaError(402, 'this model requires a subscription, upgrade for access'),
      'unknown-model': ollamaError(404, "model 'x' not found"),
      'rate-limit': ollamaError(429, 'too many requests'),
      'too-long': ollamaError(400, 'the input length exceeds the context length'),
      'server-error': ollamaError(500, 'llama runner process has terminated: signal: killed'),
    },
  ),
  lmstudio: profile(
    'lmstudio',
    {},
    {
      'unknown-model': {
        status: 404,
        body: {
          error: { message: 'Model "x" not found.', type: 'invalid_request_error', code: 'model_not_found' },
        },
      },
      'too-long': {
        status: 400,
        body: {
          error:
            'Trying to keep the first 9000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens.',
        },
      },
    },
  ),
  anthropic: profile(
    'anthropic',
    {
      basePath: '',
      keyHeader: 'x-api-key',
      completion: anthropicMessage,
      refuse: (body, { headers }) => {
        if (headers['anthropic-version'] === undefined)
          return anthropicError(400, 'invalid_request_error', 'anthropic-version: header is required');
        const isForced = JSON.stringify(body['tool_choice'] ?? '').includes('"type":"tool"');
        // Newer models always think.
        if (isForced && String(body['model']).includes('sonnet-5'))
          return anthropicError(
            400,
            'invalid_request_error',
            'Thinking may not be enabled when tool_choice forces tool use.',
          );
        return typeof body['max_tokens'] === 'number' && !('temperature' in body)
          ? null
          : anthropicError(400, 'invalid_request_error', 'max_tokens: Field required');
      },
    },
    {
      'wrong-key': anthropicError(401, 'authentication_error', 'invalid x-api-key'),
      'no-balance': anthropicError(
        400,
        'invalid_request_error',
        'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
      ),
      'unknown-model': anthropicError(404, 'not_found_error', 'model: x'),
      'rate-limit': anthropicError(
        429,
        'rate_limit_error',
        'This request would exceed the rate limit for your organization of 50,000 input tokens per minute.',
      ),
      'daily-quota': anthropicError(
        429,
        'rate_limit_error',
        "This request would exceed your organization's daily rate limit of 1,000,000 tokens per day.",
      ),
      'content-filter': anthropicError(
        400,
        'invalid_request_error',
        'Output blocked by content filtering policy',
      ),
      'too-long': anthropicError(
        400,
        'invalid_request_error',
        'prompt is too long: 210000 tokens > 200000 maximum',
      ),
      'server-error': anthropicError(529, 'overloaded_error', 'Overloaded'),
    },
  ),
  azure: profile(
    'azure',
    {
      basePath: '/openai/deployments/digests',
      keyHeader: 'api-key',
      refuse: (_body, { query }) =>
        query.includes('api-version=') ? null : azureError(404, '404', 'Resource not found'),
    },
    {
      'wrong-key': azureError(
        401,
        '401',
        'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
      ),
      'unknown-model': azureError(
        404,
        'DeploymentNotFound',
        'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.',
      ),
      'rate-limit': azureError(
        429,
        '429',
        'Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-10-21 have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 7 seconds.',
      ),
      'content-filter': azureError(
        400,
        'content_filter',
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
      ),
    },
  ),
  ark: profile(
    'ark',
    { basePath: '/api/v3' },
    {
      'wrong-key': arkError(401, 'AuthenticationError', 'The API key in the request is missing or invalid.'),
      'no-balance': arkError(
        403,
        'AccountOverdueError',
        'The request failed because your account has an overdue balance.',
      ),
      'unknown-model': arkError(
        404,
        'InvalidEndpointOrModel.NotFound',
        'The model or endpoint x does not exist or you do not have access to it.',
      ),
      'rate-limit': arkError(
        429,
        'ModelAccountTpmRateLimitExceeded',
        'The request failed because the TPM limit for x has been exceeded.',
      ),
      'content-filter': arkError(
        400,
        'InputTextSensitiveContentDetected',
        'The request failed because the input text may contain sensitive information.',
      ),
      'too-long': arkError(
        400,
        'InvalidParameter',
        'Total tokens of image and text exceed max message tokens.',
      ),
      'server-error': arkError(
        429,
        'ServerOverloaded',
        'The service is currently unable to process the request.',
      ),
    },
  ),
  minimax: profile(
    'minimax',
    {},
    {
      'wrong-key': miniMaxError(1004, 'login fail: Please carry the API secret key'),
      'no-balance': miniMaxError(1008, 'insufficient balance'),
      'unknown-model': miniMaxError(2013, "invalid params, unknown model 'x'"),
      'rate-limit': miniMaxError(1002, 'rate limit exceeded(RPM)'),
      'daily-quota': miniMaxError(2056, 'usage limit exceeded'),
      'content-filter': miniMaxError(1026, 'input new_sensitive'),
      'too-long': miniMaxError(2013, 'invalid params, context window exceeds limit'),
      'server-error': miniMaxError(1000, 'unknown error'),
    },
  ),
  xai: profile(
    'xai',
    {},
    {
      'wrong-key': xaiError(
        400,
        'Client specified an invalid argument',
        'Incorrect API key provided: xa***9.',
      ),
      'no-balance': xaiError(
        403,
        'The caller does not have permission to execute the specified operation',
        'Your newly created team does not have any credits yet.',
      ),
      'unknown-model': xaiError(
        404,
        'Some requested entity was not found',
        'The model x does not exist or your team does not have access to it.',
      ),
      'rate-limit': xaiError(
        429,
        'Some resource has been exhausted',
        'Too many requests for team. Your team has used 60 of 60 requests per minute.',
      ),
      'too-long': xaiError(
        400,
        'Client specified an invalid argument',
        "This model's maximum prompt length is 131072 but the request contains 140000 tokens.",
      ),
    },
  ),
  groq: profile(
    'groq',
    { basePath: '/openai/v1' },
    {
      'wrong-key': openAiError(401, 'Invalid API Key', 'invalid_request_error', 'invalid_api_key'),
      'rate-limit': openAiError(
        429,
        'Rate limit reached for model `x` on tokens per minute (TPM): Limit 8000, Used 7000, Requested 1500. Please try again in 3.5s.',
        'tokens',
        'rate_limit_exceeded',
      ),
      'daily-quota': openAiError(
        429,
        'Rate limit reached for model `x` on tokens per day (TPD): Limit 200000, Used 199000, Requested 1500.',
        'tokens',
        'rate_limit_exceeded',
      ),
    },
  ),
  mistral: profile(
    'mistral',
    {},
    {
      'wrong-key': { status: 401, body: { detail: 'Unauthorized' } },
      'unknown-model': mistralError(400, 'invalid_model', '1500', 'Invalid model: x'),
      'rate-limit': mistralError(429, 'rate_limited', '1300', 'Rate limit exceeded'),
      'too-long': mistralError(
        400,
        'invalid_request_error',
        '3051',
        'Prompt contains 65673 tokens, too large for model with 32768 maximum context length',
      ),
    },
  ),
  qianfan: profile(
    'qianfan',
    { basePath: '/v2' },
    {
      'wrong-key': openAiError(401, 'IAM Certification failed', 'invalid_request_error', 'invalid_iam_token'),
      'unknown-model': openAiError(
        401,
        'No permission to use the model',
        'invalid_request_error',
        'invalid_model',
      ),
      'rate-limit': openAiError(
        429,
        'Rate limit reached for RPM',
        'rate_limit_reached_error',
        'rpm_rate_limit_exceeded',
      ),
      'content-filter': openAiError(400, 'the content is unsafe', 'unsafe_request', 'image_url_unsafe'),
      'too-long': openAiError(400, 'Prompt tokens too long', 'invalid_request_error', 'tokens_too_long'),
      'server-error': openAiError(500, 'Internal error', 'internal_error', 'internal_error'),
    },
  ),
  hunyuan: profile(
    'hunyuan',
    {},
    {
      'no-balance': openAiError(
        400,
        'The free resource package is used up.',
        'runtime_error',
        'FailedOperation.FreeResourcePackExhausted',
      ),
      'rate-limit': openAiError(429, 'request limit exceeded', 'runtime_error', 'RequestLimitExceeded'),
      'content-filter': openAiError(
        400,
        'illegal text',
        'runtime_error',
        'OperationDenied.TextIllegalDetected',
      ),
      'server-error': openAiError(500, 'engine error', 'runtime_error', 'FailedOperation.EngineServerError'),
    },
  ),
  stepfun: profile(
    'stepfun',
    {},
    {
      'wrong-key': {
        status: 401,
        body: { error: { message: 'Incorrect API key provided', type: 'invalid_api_key' } },
      },
      'no-balance': {
        status: 402,
        body: { error: { message: 'balance is not enough', type: 'request_params_invalid' } },
      },
      'content-filter': { status: 451, body: { error: { message: 'blocked', type: 'censorship_blocked' } } },
    },
  ),
  github: profile(
    'github',
    { basePath: '/inference' },
    {
      'wrong-key': openAiError(401, 'Bad credentials', 'unauthorized', 'unauthorized'),
      'unknown-model': openAiError(400, 'Unknown model: x', 'unknown_model', 'unknown_model'),
      'rate-limit': openAiError(
        429,
        'Rate limit of 10 per 60s exceeded for UserByModelByMinute. Please wait 5 seconds before retrying.',
        'RateLimitReached',
        'RateLimitReached',
      ),
      'daily-quota': openAiError(
        429,
        'Rate limit of 150 per 86400s exceeded for UserByModelByDay. Please wait 40000 seconds before retrying.',
        'RateLimitReached',
        'RateLimitReached',
      ),
      'too-long': openAiError(
        413,
        'Request body too large for x model. Max size: 8000 tokens.',
        'tokens_limit_reached',
        'tokens_limit_reached',
      ),
    },
  ),
  custom: profile('custom', {}),
};
