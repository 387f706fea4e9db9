import type { CodeMeaning } from './preset';
import type { EndpointId } from './presets';

type Codes = Readonly<Record<string, CodeMeaning>>;

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
 * Codes that have the same meaning at all endpoints: those of OpenAI's API, and words that only one vendor
 * uses. The latter are included because users reach many vendors as a custom endpoint. A vendor's own entry
 * takes precedence.
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
 * errors, …).
 */
export const CODES = {
  dashscope: {
    InvalidApiKey: wrongKey,
    Arrearage: noBalance,
    'AllocationQuota.FreeTierOnly': noBalance,
    PrepaidBillOverdue: noBalance,
    PostpaidBillOverdue: noBalance,
    // DashScope also sends this for limits per minute, which end without action of the user.
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
    // Sent with status 429, but waiting does not help.
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
    // The keys are HTTP status numbers. OpenRouter also sends them in the body of a 200.
    '401': wrongKey,
    '402': noBalance,
    '403': filtered,
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
} as const satisfies Partial<Record<EndpointId, Codes>>;
