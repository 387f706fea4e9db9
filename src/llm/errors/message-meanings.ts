import type { CodeMeaning } from '../presets/preset';

/** A group of messages with the same meaning, and the statuses for which the rule is valid. */
interface MessageRule {
  readonly words: RegExp;
  readonly meaning: CodeMeaning;
  /** Returns whether the rule is valid for a status. If absent, it is valid for every status. */
  readonly at?: (status: number) => boolean;
}

const isServerFault = (status: number): boolean => status >= 500;
/**
 * A 429 concerns a limit, and a 5xx concerns the server. Their messages are unreliable about keys and
 * permissions.
 */
const isAboutRequest = (status: number): boolean => status !== 429 && !isServerFault(status);
const isAboutAccount = (status: number): boolean => status === 401 || status === 403 || status === 429;

/**
 * Matches messages about limits per minute or for concurrent requests. Such a limit passes without action of
 * the user.
 */
const MINUTE =
  /per.?min|\b[RT]PM\b|\bQPS\b|rate.?limit|too many requests|(try again|retry) in|concurren|requests? per|\u9891\u7387|\u9891\u7e41|\u5e76\u53d1|\u6bcf\u5206\u949f|\u9650\u6d41/i;

/** Matches messages about a daily limit, whatever code the response has. */
export const DAILY = /per.?day|daily (limit|quota)|\bRPD\b|\bTPD\b|\u4eca\u65e5|\u5f53\u65e5/i;

/** Match messages about money, credits, budgets and paid quotas that are used up. */
const MONEY = [
  /\b(insufficient|not enough|no|low|negative|exceed\w*|exhaust\w*|depleted|out of)\b.{0,24}\b(balance|credits?|funds?|budget)\b/i,
  /\b(balance|credits?|funds?|budget)\b.{0,30}\b(insufficient|too low|exceeded|exhausted|depleted|used up|not enough|negative|expired)/i,
  /n.t have (any|enough) (credits?|funds?|balance)|arrear|overdue|payment required|billing.{0,12}(limit|not active|disabled)/i,
  /(usage|spend(ing)?) limit.{0,40}(billing|cycle|month|reached)|(billing|month|spend(ing)?).{0,12}limit.{0,24}(reached|exceeded)/i,
  /exceeded your current quota|(quota|allowance).{0,24}(insufficient|not enough|used up)/i,
  /(\u4f59\u989d|\u989d\u5ea6|\u8d44\u6e90\u5305|\u8d26\u6237|\u8d26\u53f7|\u8d39\u7528|\u79ef\u5206).{0,14}(\u4e0d\u8db3|\u7528\u5c3d|\u7528\u5b8c|\u8017\u5c3d|\u6b20\u8d39|\u8d85\u9650|\u5931\u8d25|\u8fc7\u671f)/,
  /\u6b20\u8d39|\u903e\u671f|\u8bf7.{0,4}\u5145\u503c|\u8d2d\u4e70.{0,6}(\u8d44\u6e90\u5305|\u5957\u9910|\u989d\u5ea6)/,
];

/** Matches messages of endpoints whose model does not accept images. */
const NO_VISION =
  /unknown variant .?image_url|image_url.{0,40}only supported|(images?( input)?|vision|multi.?modal).{0,30}(not supported|unsupported)|(not|n't|endpoints found that) support.{0,20}(image|vision|multi.?modal)|not a (vlm|vision|multi.?modal)|data required for image|at most 0 image|unexpected item type in content|mmproj|\u4e0d\u652f\u6301.{0,12}(\u56fe\u7247|\u56fe\u50cf|\u89c6\u89c9|\u591a\u6a21\u6001)/i;

/** Matches messages of providers that do not serve the user's region, whatever code the response has. */
const REGION =
  /\b(country|region|territory|location)\b.{0,24}(not (supported|available|allowed)|unsupported|unavailable|restricted|blocked)|(not (supported|available|allowed)|unsupported|unavailable|restricted).{0,24}\b(country|region|territory|location)\b|(\u56fd\u5bb6|\u5730\u533a|\u533a\u57df).{0,8}(\u4e0d\u652f\u6301|\u4e0d\u53ef\u7528|\u53d7\u9650)|\u4e0d\u652f\u6301.{0,8}(\u56fd\u5bb6|\u5730\u533a|\u533a\u57df)/i;

/** Matches messages of servers that have no API at the requested path. */
const ROUTE =
  /unexpected endpoint|invalid url \((post|get)|no route|(route|path|endpoint|url) (was )?not found|unknown (url|endpoint|path|route)|404 not.?found|cannot (get|post) \//i;

/** Matches messages about one request that is too large, even if the limit is defined per minute. */
const TOO_LARGE = /request (is )?too large|reduce (the length|your message)|too large for (the )?model/i;

const TOO_LONG =
  /context.{0,12}(length|window|size)|maximum context|too many (input )?tokens|(prompt|input).{0,20}too long|token limit|range of input length|exceeds? the (available )?context|token count.{0,12}exceeds|max_seq_len|prompt \u8d85\u957f|\u8d85\u8fc7.{0,12}(\u6700\u5927|\u957f\u5ea6|\u4e0a\u9650)|(\u8f93\u5165|\u5185\u5bb9|\u4e0a\u4e0b\u6587|\u957f\u5ea6).{0,8}(\u8fc7\u957f|\u8d85\u957f|\u8d85\u9650|\u8d85\u51fa)/i;

const FILTER =
  /data.?inspection|content.{0,3}(filter|policy|management|exists risk|moderation|safety)|inappropriate content|prohibited[ _]content|sensitive[ _](content|words?|info)|high risk|responsible.?ai|\u654f\u611f(\u8bcd|\u5185\u5bb9|\u4fe1\u606f)|\u4e0d\u5b89\u5168|\u8fdd\u89c4|\u8fdd\u6cd5|\u5185\u5bb9.{0,6}(\u98ce\u9669|\u5ba1\u6838|\u5b89\u5168)/i;

const MODEL =
  /model.{0,60}(not (be )?found|not exist|does not exist|not loaded|is invalid)|(no such|unknown|invalid|not a valid) model|no models? (is |are )?(currently )?loaded|no (available )?channels?\b|no endpoints found for|(access|permission).{0,16}(this |the )?model.{0,40}(invalid|not exist)|\u6a21\u578b.{0,4}\u4e0d\u5b58\u5728|\u6a21\u578b.{0,40}\u65e0\u53ef\u7528\u6e20\u9053|\u65e0\u53ef\u7528\u6e20\u9053/i;

/**
 * Matches messages about a model that the endpoint knows but does not offer. With a 5xx status, it may be
 * offered again soon.
 */
const MODEL_NOT_OFFERED = /model.{0,60}is not (available|supported)/i;

/** Matches messages about an account that needs a verification, an activated service or a setting. */
const NOT_ACTIVATED =
  /real.?name|(identity|organi[sz]ation|account|must be).{0,24}verif|data policy|guardrail|privacy settings|not activated|\u5b9e\u540d|\u672a\u5f00\u901a/i;

/**
 * Matches messages about a missing permission. Other errors have the same words, so the rule is valid only
 * for some statuses.
 */
const FORBIDDEN =
  /access.?denied|permission|no.?auth(?!enticat|oriz)|not (allowed|permitted)|\u65e0\u6743|\u6ca1\u6709\u6743\u9650|\u6743\u9650\u4e0d\u8db3/i;

const KEY =
  /(invalid|incorrect|wrong|missing|expired|no|this|your).{0,12}(api.?key|\bkey\b|access token|authentication)|\u4ee4\u724c|\u5bc6\u94a5|(api.?key|access.?token).{0,20}(not valid|expired|invalid|incorrect|no longer valid)|authentication (error|failed|fails)|(not|un)auth(enticated|orized)/i;

/**
 * The meanings of the words in an error, the most specific first. These rules come before unspecific codes
 * and statuses: some gateways report a used-up balance or an unknown model with a 500.
 */
const RULES: readonly MessageRule[] = [
  { words: REGION, meaning: { kind: 'llm-region' }, at: isAboutRequest },
  { words: NO_VISION, meaning: { kind: 'llm-no-vision' } },
  {
    words: /\bgrammar\b|json.?schema|response_format|structured.?output|requested parameters/i,
    meaning: { kind: 'llm-bad-request' },
  },
  { words: ROUTE, meaning: { kind: 'llm-not-an-api' } },
  {
    // Such a message concerns the parameter, even if it mentions the context: the endpoint may accept a lower
    // limit.
    words:
      /max_(completion_|output_|new_)?tokens.{0,60}(too large|should be|must be|at most|exceed)|range of max_tokens/i,
    meaning: { kind: 'llm-bad-request' },
    at: isAboutRequest,
  },
  { words: FILTER, meaning: { kind: 'llm-content-filter' } },
  { words: TOO_LARGE, meaning: { kind: 'llm-too-long' }, at: (status) => !isServerFault(status) },
  { words: DAILY, meaning: { kind: 'llm-daily-quota' } },
  ...MONEY.map((words) => ({ words, meaning: { kind: 'llm-no-balance' as const } })),
  {
    words: /more (system )?memory|out of memory|\u663e\u5b58\u4e0d\u8db3|\u5185\u5b58\u4e0d\u8db3/i,
    meaning: { kind: 'llm-memory' },
  },
  { words: MODEL, meaning: { kind: 'llm-model-unknown' }, at: (status) => status !== 429 },
  { words: MODEL_NOT_OFFERED, meaning: { kind: 'llm-model-unknown' }, at: isAboutRequest },
  // "Token limit per minute" does not mean that the prompt is too long.
  { words: TOO_LONG, meaning: { kind: 'llm-too-long' }, at: (status) => !isAboutAccount(status) },
  { words: NOT_ACTIVATED, meaning: { kind: 'llm-forbidden' }, at: isAboutRequest },
  { words: KEY, meaning: { kind: 'llm-key-wrong' }, at: isAboutRequest },
  { words: FORBIDDEN, meaning: { kind: 'llm-forbidden' }, at: (status) => status === 403 || status < 300 },
];

/**
 * Returns the meaning of an endpoint's message; undefined when it is no more specific than the status.
 * @param wait the pause that the endpoint requests, in seconds; undefined when it requests none
 */
export function meaningOfMessage(
  message: string,
  status: number,
  wait: number | undefined,
): CodeMeaning | undefined {
  const meaning = RULES.find(({ words, at }) => (at?.(status) ?? true) && words.test(message))?.meaning;
  // "You exceeded your current quota … retry in 34 s" is a limit per minute.
  const mayPass = status === 429 && meaning?.kind === 'llm-no-balance';
  return mayPass && (wait !== undefined || MINUTE.test(message)) ? undefined : meaning;
}

/** Returns whether a message names a limit per minute. */
export function isPerMinute(message: string): boolean {
  return /per.?min|\b[RT]PM\b|\u6bcf\u5206\u949f/i.test(message);
}

/** Whether a local server reports that it still loads the model. */
export function isLoading(message: string): boolean {
  return /loading (the )?model|model is (still |currently |being )?load/i.test(message);
}
