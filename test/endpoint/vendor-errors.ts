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

export function openAiError(
  status: number,
  message: string,
  type: string,
  code: string | number | null,
): VendorError {
  return { status, body: { error: { message, type, param: null, code } } };
}

/** OpenAI's errors. For other vendors, `profiles.ts` replaces some of them. */
export const OPENAI_ERRORS: Readonly<Record<ErrorName, VendorError>> = {
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

/** In its compatible mode, DashScope sends errors in OpenAI's form, but with its own codes. */
export function dashScopeError(status: number, code: string, message: string): VendorError {
  return { status, body: { error: { code, message, type: code, param: null }, request_id: 'r-1' } };
}

export function zhipuError(status: number, code: string, message: string): VendorError {
  return { status, body: { error: { code, message } } };
}

export function siliconFlowError(status: number, code: number, message: string): VendorError {
  return { status, body: { code, message, data: null } };
}

export function geminiError(code: number, status: string, message: string): VendorError {
  return { status: code, body: [{ error: { code, message, status } }] };
}

export function moonshotError(status: number, type: string, message: string): VendorError {
  return { status, body: { error: { type, message } } };
}

/**
 * If the error comes after OpenRouter has begun to respond, the HTTP status is 200. The body still contains
 * the real status of the error as `code`, such as 502.
 */
export function openRouterError(status: number, code: number, message: string): VendorError {
  return { status, body: { error: { code, message }, user_id: 'u-1' } };
}

export function ollamaError(status: number, error: string): VendorError {
  return { status, body: { error } };
}

export function anthropicError(status: number, type: string, message: string): VendorError {
  return { status, body: { type: 'error', error: { type, message }, request_id: 'req_1' } };
}

export function azureError(status: number, code: string, message: string): VendorError {
  return { status, body: { error: { code, message } } };
}

export function arkError(status: number, code: string, message: string): VendorError {
  return { status, body: { error: { code, message: `${message} Request id: 1`, param: '', type: 'Error' } } };
}

/** MiniMax sends errors with status 200. */
export function miniMaxError(code: number, message: string): VendorError {
  return { status: 200, body: { base_resp: { status_code: code, status_msg: message } } };
}

export function xaiError(status: number, code: string, error: string): VendorError {
  return { status, body: { code, error } };
}

export function mistralError(status: number, type: string, code: string, message: string): VendorError {
  return { status, body: { object: 'error', message, type, param: null, code } };
}
