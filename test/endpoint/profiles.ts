import { PRESETS, type EndpointId } from '../../src/llm/presets/presets';
import type { Exchange, AnswerSpec } from './exchange';

/** An error response in a vendor's own form. */
export interface VendorError {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type ErrorName =
  | 'wrong-key'
  | 'no-balance'
  | 'unknown-model'
  | 'rate-limit'
  | 'daily-quota'
  | 'content-filter'
  | 'too-long'
  | 'server-error';

/** How one vendor's endpoint behaves. */
export interface Profile {
  readonly id: EndpointId;
  /** Path of the base URL. */
  readonly basePath: string;
  readonly needsKey: boolean;
  readonly errors: Readonly<Record<ErrorName, VendorError>>;
  completion(exchange: Exchange, spec: AnswerSpec): unknown;
  /** The error for a well-formed request that the vendor does not accept, or null. */
  refuse(body: Readonly<Record<string, unknown>>): VendorError | null;
}

function openAiError(
  status: number,
  message: string,
  type: string,
  code: string | number | null,
): VendorError {
  return { status, body: { error: { message, type, param: null, code } } };
}

function openAiCompletion(exchange: Exchange, spec: AnswerSpec): unknown {
  const prompt = spec.promptTokens ?? exchange.promptTokens;
  const completion = Math.ceil((spec.content ?? '').length / 3);
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: exchange.body['model'],
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: spec.content,
          ...(spec.refusal === undefined ? {} : { refusal: spec.refusal }),
          ...(spec.reasoning === undefined ? {} : { reasoning_content: spec.reasoning }),
        },
        ...(spec.finish === null ? {} : { finish_reason: spec.finish }),
      },
    ],
    ...(spec.promptTokens === null
      ? {}
      : {
          usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
        }),
  };
}

function ollamaCompletion(exchange: Exchange, spec: AnswerSpec): unknown {
  if (!exchange.request.path.endsWith('/api/chat')) return openAiCompletion(exchange, spec);
  return {
    model: exchange.body['model'],
    created_at: '2026-11-20T08:00:00Z',
    message: {
      role: 'assistant',
      content: spec.content ?? '',
      ...(spec.reasoning === undefined ? {} : { thinking: spec.reasoning }),
    },
    done: spec.finish !== null,
    ...(spec.finish === null ? {} : { done_reason: spec.finish }),
    ...(spec.promptTokens === null
      ? {}
      : {
          prompt_eval_count: spec.promptTokens ?? exchange.promptTokens,
          eval_count: Math.ceil((spec.content ?? '').length / 3),
        }),
  };
}

/** OpenAI's errors, which are the default. Vendors override them. */
const OPENAI_ERRORS: Readonly<Record<ErrorName, VendorError>> = {
  'wrong-key': openAiError(401, 'Incorrect API key provided.', 'invalid_request_error', 'invalid_api_key'),
  'no-balance': openAiError(
    429,
    'You exceeded your current quota, please check your plan and billing details.',
    'insufficient_quota',
    'insufficient_quota',
  ),
  'unknown-model': openAiError(
    404,
    'The model `x` does not exist or you do not have access to it.',
    'invalid_request_error',
    'model_not_found',
  ),
  'rate-limit': openAiError(
    429,
    'Rate limit reached on tokens per min (TPM).',
    'tokens',
    'rate_limit_exceeded',
  ),
  'daily-quota': openAiError(
    429,
    'Rate limit reached on requests per day (RPD).',
    'requests',
    'requests_per_day',
  ),
  'content-filter': openAiError(
    400,
    'The response was filtered due to the content management policy.',
    'invalid_request_error',
    'content_filter',
  ),
  'too-long': openAiError(
    400,
    "This model's maximum context length is 128000 tokens.",
    'invalid_request_error',
    'context_length_exceeded',
  ),
  'server-error': openAiError(
    500,
    'The server had an error while processing your request.',
    'server_error',
    null,
  ),
};

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
    completion: openAiCompletion,
    refuse: () => null,
    ...own,
    errors: { ...OPENAI_ERRORS, ...errors },
  };
}

/** DashScope's compatible mode sends errors in OpenAI's form with its own codes. */
function dashScopeError(status: number, code: string, message: string): VendorError {
  return { status, body: { error: { code, message, type: code, param: null }, request_id: 'r-1' } };
}

function zhipuError(status: number, code: string, message: string): VendorError {
  return { status, body: { error: { code, message } } };
}

function siliconFlowError(status: number, code: number, message: string): VendorError {
  return { status, body: { code, message, data: null } };
}

function geminiError(code: number, status: string, message: string): VendorError {
  return { status: code, body: [{ error: { code, message, status } }] };
}

function moonshotError(status: number, type: string, message: string): VendorError {
  return { status, body: { error: { type, message } } };
}

/** OpenRouter sends 200 after it has started a response, with the error's status in the body. */
function openRouterError(status: number, code: number, message: string): VendorError {
  return { status, body: { error: { code, message }, user_id: 'u-1' } };
}

function ollamaError(status: number, error: string): VendorError {
  return { status, body: { error } };
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
  custom: profile('custom', {}),
};
