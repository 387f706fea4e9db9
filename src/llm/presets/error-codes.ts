import type { CodeMeaning } from './preset';
import type { EndpointId } from './presets';

type Codes = Readonly<Record<string, CodeMeaning>>;

/** Each row is a meaning and the codes that have it. */
function table(...rows: readonly (readonly [CodeMeaning, ...string[]])[]): Codes {
  return Object.fromEntries(rows.flatMap(([meaning, ...codes]) => codes.map((code) => [code, meaning])));
}

const wrongKey: CodeMeaning = { kind: 'llm-key-wrong' };
const noBalance: CodeMeaning = { kind: 'llm-no-balance' };
const dailyQuota: CodeMeaning = { kind: 'llm-daily-quota' };
const rateLimit: CodeMeaning = { kind: 'llm-rate-limit' };
const broadRateLimit: CodeMeaning = { ...rateLimit, broad: true };
const busy: CodeMeaning = { kind: 'llm-server' };
const broadFault: CodeMeaning = { ...busy, broad: true };
const filtered: CodeMeaning = { kind: 'llm-content-filter' };
const tooLong: CodeMeaning = { kind: 'llm-too-long' };
const forbidden: CodeMeaning = { kind: 'llm-forbidden' };
const noModel: CodeMeaning = { kind: 'llm-model-unknown' };

/**
 * Codes that are recognised at every endpoint, even at a custom one: the codes of OpenAI's API, and codes
 * that only one vendor uses. The codes in `CODES` for the vendor of the endpoint take precedence.
 */
export const COMMON_CODES: Codes = {
  invalid_api_key: wrongKey,
  incorrect_api_key_error: wrongKey,
  invalid_authentication_error: wrongKey,
  insufficient_quota: noBalance,
  insufficient_user_quota: noBalance,
  budget_exceeded: noBalance,
  pre_consume_token_quota_failed: noBalance,
  // Codes of Volcano Engine (Ark).
  AccountOverdueError: noBalance,
  SetLimitExceeded: noBalance,
  InvalidEndpointOrModel: noModel,
  ModelNotOpen: forbidden,
  // Codes of Tencent Hunyuan.
  'FailedOperation.FreeResourcePackExhausted': noBalance,
  'FailedOperation.ResourcePackExhausted': noBalance,
  sensitive_words_detected: filtered,
  unsupported_country_region_territory: { kind: 'llm-region' },
  rate_limit_exceeded: broadRateLimit,
  model_not_found: noModel,
  context_length_exceeded: tooLong,
  string_above_max_length: tooLong,
  content_filter: filtered,
  content_policy_violation: filtered,
  server_error: broadFault,
  api_error: broadFault,
  overloaded_error: busy,
};

/**
 * Vendor-specific codes, from the vendors' error pages (DashScope error-code, Zhipu api-code, Moonshot
 * errors, Ark docs 82379/1099476, Qianfan V2 error codes, Anthropic API errors, …). xAI and StepFun document
 * only HTTP statuses. The codes of Mistral are known only from public reports.
 */
export const CODES = {
  dashscope: {
    InvalidApiKey: wrongKey,
    Arrearage: noBalance,
    'AllocationQuota.FreeTierOnly': noBalance,
    PrepaidBillOverdue: noBalance,
    PostpaidBillOverdue: noBalance,
    // DashScope sends this code even if only a limit per minute is reached.
    insufficient_quota: rateLimit,
    limit_requests: rateLimit,
    Throttling: rateLimit,
    'Throttling.RateQuota': rateLimit,
    'Throttling.AllocationQuota': rateLimit,
    'Throttling.BurstRate': rateLimit,
    LimitRequests: rateLimit,
    data_inspection_failed: filtered,
    DataInspectionFailed: filtered,
    ModelNotFound: noModel,
    model_not_supported: noModel,
    'Model.AccessDenied': noModel,
    InternalError: broadFault,
    'InternalError.Timeout': busy,
    ModelServingError: busy,
    ModelUnavailable: busy,
    SystemError: busy,
  },
  openai: { billing_not_active: noBalance, billing_hard_limit_reached: noBalance },
  deepseek: { authentication_error: wrongKey },
  moonshot: {
    exceeded_current_quota_error: noBalance,
    rate_limit_reached_error: rateLimit,
    engine_overloaded_error: busy,
    resource_not_found_error: noModel,
    permission_denied_error: wrongKey,
  },
  zhipu: {
    '1000': wrongKey,
    '1001': wrongKey,
    '1002': wrongKey,
    '1003': wrongKey,
    '1004': wrongKey,
    '1110': wrongKey,
    '1111': wrongKey,
    '1112': wrongKey,
    '1121': wrongKey,
    '1220': wrongKey,
    // Zhipu sends the codes `1113` and `1309` with status 429, but waiting does not help.
    '1113': noBalance,
    '1309': noBalance,
    '1211': noModel,
    '1221': noModel,
    '1222': noModel,
    '1234': busy,
    '1230': busy,
    '1312': busy,
    '1261': tooLong,
    '1300': filtered,
    '1301': filtered,
    '1302': rateLimit,
    '1303': rateLimit,
    '1305': rateLimit,
    '1304': dailyQuota,
    '1308': dailyQuota,
    '1310': dailyQuota,
    // `1311`: the plan does not include the model. `1313`: the account has broken the rules of fair use.
    '1311': forbidden,
    '1313': forbidden,
  },
  siliconflow: {
    '20012': noModel,
    '30001': noBalance,
    '50501': busy,
    '50505': busy,
    '50507': busy,
    '50508': busy,
  },
  openrouter: {
    // These codes are HTTP status numbers. OpenRouter also sends them in the body of a response with status
    // 200.
    '401': wrongKey,
    '402': noBalance,
    // OpenRouter sends this code if moderation refuses the text, and also if a key has reached its limit.
    '403': { ...filtered, broad: true },
    '408': busy,
    '429': rateLimit,
    '502': busy,
    '503': busy,
  },
  gemini: {
    RESOURCE_EXHAUSTED: broadRateLimit,
    UNAUTHENTICATED: wrongKey,
    PERMISSION_DENIED: { ...forbidden, broad: true },
    NOT_FOUND: noModel,
    UNAVAILABLE: broadFault,
    INTERNAL: broadFault,
    DEADLINE_EXCEEDED: busy,
  },
  anthropic: table(
    [wrongKey, 'authentication_error'],
    [noBalance, 'billing_error'],
    [{ ...forbidden, broad: true }, 'permission_error'],
    [tooLong, 'request_too_large'],
    [broadRateLimit, 'rate_limit_error'],
    [{ kind: 'llm-no-answer' }, 'timeout_error'],
  ),
  azure: table(
    [wrongKey, '401'],
    [forbidden, 'AuthenticationTypeDisabled', 'PermissionDenied'],
    [noModel, 'DeploymentNotFound', 'OperationNotSupported'],
    [broadRateLimit, '429', 'RateLimitReached', 'too_many_requests'],
    [filtered, 'ResponsibleAIPolicyViolation'],
  ),
  ark: table(
    [wrongKey, 'AuthenticationError'],
    [forbidden, 'AccessDenied'],
    [
      noModel,
      'InvalidEndpointOrModel.NotFound',
      'InvalidEndpoint.NotFound',
      'InvalidEndpoint.ClosedEndpoint',
    ],
    [noBalance, 'QuotaExceeded'],
    [rateLimit, 'RateLimitExceeded.EndpointRPMExceeded', 'RateLimitExceeded.EndpointTPMExceeded'],
    [rateLimit, 'ModelAccountRpmRateLimitExceeded', 'ModelAccountTpmRateLimitExceeded'],
    [rateLimit, 'APIAccountRpmRateLimitExceeded', 'AccountRateLimitExceeded', 'RequestBurstTooFast'],
    [busy, 'ServerOverloaded'],
    [broadFault, 'InternalServiceError'],
    [filtered, 'SensitiveContentDetected', 'SensitiveContentDetected.SevereViolation'],
    [filtered, 'SensitiveContentDetected.Violence', 'InputTextSensitiveContentDetected'],
    [filtered, 'OutputTextSensitiveContentDetected', 'InputImageSensitiveContentDetected'],
    [filtered, 'InputTextRiskDetection', 'OutputTextRiskDetection', 'InputImageRiskDetection'],
  ),
  minimax: table(
    [wrongKey, '1004', '2049'],
    [noBalance, '1008'],
    [forbidden, '2061'],
    [dailyQuota, '2056'],
    [rateLimit, '1002', '1039', '1041', '2045'],
    [busy, '1000', '1001', '1013', '1024', '1033'],
    [filtered, '1026', '1027', '1042'],
  ),
  groq: table(
    [noModel, 'model_decommissioned'],
    [forbidden, 'organization_restricted'],
    [{ ...forbidden, broad: true }, 'blocked_api_access'],
  ),
  mistral: table(
    [noModel, '1500', 'invalid_model'],
    [tooLong, '3051'],
    [rateLimit, '1300', '3505', 'rate_limited', 'service_tier_capacity_exceeded'],
  ),
  qianfan: table(
    [wrongKey, 'invalid_iam_token', 'invalid_appid'],
    [forbidden, 'no_parameter_permission'],
    [noModel, 'invalid_model'],
    [tooLong, 'characters_too_long', 'tokens_too_long'],
    [filtered, 'unsafe_request', 'image_url_unsafe'],
    [rateLimit, 'rpm_rate_limit_exceeded', 'tpm_rate_limit_exceeded'],
    [rateLimit, 'preemptible_rpm_rate_limit_exceeded', 'preemptible_tpm_rate_limit_exceeded'],
    [broadFault, 'internal_error', 'dispatch_internal_error'],
  ),
  hunyuan: table(
    [noBalance, 'FailedOperation.ServiceStop', 'FailedOperation.ServiceStopArrears'],
    [noBalance, 'ResourceInsufficient.ChargeResourceExhaust'],
    [forbidden, 'FailedOperation.ServiceNotActivated', 'FailedOperation.UserUnAuthError'],
    [forbidden, 'UnauthorizedOperation'],
    [noModel, 'InvalidParameterValue.Model'],
    [rateLimit, 'RequestLimitExceeded', 'LimitExceeded', 'FailedOperation.EngineServerLimitExceeded'],
    [busy, 'FailedOperation.EngineServerError', 'FailedOperation.EngineRequestTimeout'],
    [filtered, 'OperationDenied.TextIllegalDetected', 'OperationDenied.ImageIllegalDetected'],
  ),
  github: table(
    [wrongKey, 'unauthorized'],
    [forbidden, 'no_access'],
    [noModel, 'unknown_model', 'unavailable_model'],
    [tooLong, 'tokens_limit_reached'],
    [broadRateLimit, 'RateLimitReached'],
  ),
} as const satisfies Partial<Record<EndpointId, Codes>>;
