/**
 * Lists of words in endpoints' error messages, one list for each meaning. `message-meanings.ts` states in
 * which order and for which statuses the lists are used.
 */

/**
 * Matches messages about limits per minute or for concurrent requests. After some time, the endpoint accepts
 * requests again without any action of the user.
 */
export const MINUTE: readonly RegExp[] = [
  /per.?min/i,
  /\b[RT]PM\b/i,
  /\bQPS\b/i,
  /rate.?limit/i,
  /too many requests/i,
  /(try again|retry) in/i,
  /concurren/i,
  /requests? per/i,
  /频率/i,
  /频繁/i,
  /并发/i,
  /每分钟/i,
  /限流/i,
];

/** Matches messages about a limit per day or week. */
export const DAILY: readonly RegExp[] = [
  /(per|by).?day/i,
  /per 86,?400/i,
  /\b(daily|weekly)\b.{0,24}\b(limit|quota|allowance|allocation|cap)\b/i,
  /\bquota\b.{0,12}\b(replenish|renew)/i,
  /\bRPD\b/i,
  /\bTPD\b/i,
  /今日/i,
  /当日/i,
  /(每日|每天|本周|每周).{0,8}(额度|次数|上限|限额)/i,
];

/** Matches messages which say that money, credits, a budget or a paid quota is used up. */
export const MONEY: readonly RegExp[] = [
  /\b(insufficient|not enough|no|low)\b.{0,24}\b(balance|credits?|funds?|budget)\b/i,
  /\b(negative|exceed\w*|exhaust\w*|depleted|out of)\b.{0,24}\b(balance|credits?|funds?|budget)\b/i,
  /\b(balance|credits?|funds?|budget)\b.{0,30}\b(insufficient|too low|exceeded|exhausted)/i,
  /\b(balance|credits?|funds?|budget)\b.{0,30}\b(depleted|used up|not enough|negative|expired)/i,
  /n.t have (any|enough) (credits?|funds?|balance)/i,
  /arrear/i,
  /overdue/i,
  /payment required/i,
  /billing.{0,12}(limit|not active|disabled)/i,
  /(usage|spend(ing)?) limit.{0,40}(billing|cycle|month|reached)/i,
  /(reached|exceeded) (your|its|the).{0,24}(usage|spend(ing)?|credit) limit/i,
  /(billing|month|spend(ing)?).{0,12}limit.{0,24}(reached|exceeded)/i,
  /\b(key|credit|budget) limit (is |was )?(exceeded|reached)/i,
  /exceeded your current quota/i,
  /(quota|allowance).{0,24}(insufficient|not enough|used up)/i,
  /(余额|额度|资源包|账户|账号|费用|积分).{0,14}(不足|用尽|用完|耗尽|欠费|超限|失败|过期)/i,
  /欠费/i,
  /逾期/i,
  /请.{0,4}充值/i,
  /购买.{0,6}(资源包|套餐|额度)/i,
];

/** Matches messages of endpoints whose model does not accept images. */
export const NO_VISION: readonly RegExp[] = [
  /unknown variant .?image_url/i,
  /image_url.{0,40}only supported/i,
  /(images?( input)?|vision|multi.?modal).{0,30}(not supported|unsupported)/i,
  /(not|n't|endpoints found that) support.{0,20}(image|vision|multi.?modal)/i,
  /not a (vlm|vision|multi.?modal)/i,
  /data required for image/i,
  /at most 0 image/i,
  /unexpected item type in content/i,
  /mmproj/i,
  /不支持.{0,12}(图片|图像|视觉|多模态)/i,
];

/** Matches messages of providers that do not serve the region of the user. */
export const REGION: readonly RegExp[] = [
  /\b(country|region|territory|location)\b.{0,24}not (supported|available|allowed)/i,
  /\b(country|region|territory|location)\b.{0,24}(unsupported|unavailable|restricted|blocked)/i,
  /(not (supported|available|allowed)|unsupported|unavailable|restricted).{0,24}\b(country|region)\b/i,
  /(not (supported|available|allowed)|unsupported|unavailable|restricted).{0,24}\b(territory|location)\b/i,
  /(国家|地区|区域).{0,8}(不支持|不可用|受限)/i,
  /不支持.{0,8}(国家|地区|区域)/i,
];

/** Matches messages of servers that have no API at the requested path. */
export const ROUTE: readonly RegExp[] = [
  /unexpected endpoint/i,
  /invalid url \((post|get)/i,
  /no route/i,
  /(route|path|endpoint|url) (was )?not found/i,
  /unknown (url|endpoint|path|route)/i,
  /404 not.?found/i,
  /cannot (get|post) \//i,
];

/**
 * Matches messages about one request that is too large. Some of these messages also mention a limit of tokens
 * per minute, but a wait would not help.
 */
export const TOO_LARGE: readonly RegExp[] = [
  /(request|message|body|payload|entity)( size)? (is )?(too (large|big|long)|larger than)/i,
  /reduce (the length|your message)/i,
  /too large for (the )?model/i,
];

/** Matches messages about a prompt that is too long. */
export const TOO_LONG: readonly RegExp[] = [
  /context.{0,12}(length|window|size)/i,
  /maximum (context|prompt)/i,
  /max message tokens/i,
  /too many (input )?tokens/i,
  /(prompt|input).{0,20}too long/i,
  /token limit/i,
  /range of input length/i,
  /exceeds? the (available )?context/i,
  /token count.{0,12}exceeds/i,
  /\b(length|size|inputs?|prompt)\b.{0,40}exceeds? .{0,16}(max|limit|allowed)/i,
  /\bn_ctx\b/i,
  /max_seq_len/i,
  /(longer|larger|greater) than the max/i,
  /maximum model length/i,
  /prompt 超长/i,
  /超过.{0,12}(最大|长度|上限)/i,
  /(输入|内容|上下文|长度).{0,8}(过长|超长|超限|超出)/i,
];

/** Matches messages of filters that refuse the content of a request or an answer. */
export const FILTER: readonly RegExp[] = [
  /data.?inspection/i,
  /content.{0,3}(filter|policy|management|exists risk|moderation|safety)/i,
  /inappropriate content/i,
  /prohibited[ _]content/i,
  /sensitive[ _](content|words?|info)/i,
  /high risk/i,
  /responsible.?ai/i,
  /敏感(词|内容|信息)/i,
  /不安全/i,
  /违规/i,
  /不合规/i,
  /(blocked|rejected|flagged) (by|for|due to).{0,24}(moderation|safety|policy)/i,
  /\b(prompt|inputs?|content|messages?|text|outputs?|response)\b.{0,16}(flagged|blocked)/i,
  /\b(prompt|inputs?|content|messages?|text|request|outputs?|response)\b.{0,40}violat/i,
  /(violat\w*|triggered|blocked by).{0,24}guardrail/i,
  /guardrail.{0,24}(violat|triggered|intervened|blocked)/i,
  /违法/i,
  /内容.{0,6}(风险|审核|安全)/i,
];

/** Matches messages about a model that the endpoint does not have. */
export const MODEL: readonly RegExp[] = [
  /model.{0,60}(not (be )?found|not exist|does not exist|not loaded|is invalid)/i,
  /model.{0,60}(decommissioned|deprecated|retired|discontinued|shut down|no longer (available|supported))/i,
  /(no such|unknown|invalid|not a valid) model/i,
  // A gateway of the one-api family refuses models for which it has no price.
  /model.{0,60}\b(ratio|price)\b.{0,12}not (set|configured)/i,
  /模型.{0,60}未配置/i,
  /no models? (is |are )?(currently )?loaded/i,
  /no (available )?channels?\b/i,
  /no endpoints found for/i,
  /(access|permission).{0,16}(this |the )?model.{0,40}(invalid|not exist)/i,
  /模型.{0,4}不存在/i,
  /模型.{0,40}无可用渠道/i,
  /无可用渠道/i,
  /模型.{0,12}(已下线|已停用|已下架)/i,
];

/** Matches messages about a model that the endpoint has, but that this account or key may not use. */
export const MODEL_NOT_PERMITTED: readonly RegExp[] = [
  /(no|not|n't) (have )?(allowed |been granted )?(to )?access (to )?(this |the )?model/i,
  /not (allowed|permitted|authori[sz]ed) to (access|use) (this |the )?model/i,
  /model.{0,12}access.{0,12}denied/i,
  /无权.{0,6}(访问|使用|调用).{0,12}模型/i,
  /(没有|无).{0,8}模型.{0,12}权限/i,
];

/**
 * Matches messages of overloaded services. Some gateways send these messages with another status than 429.
 */
export const THROTTLED: readonly RegExp[] = [
  /throttl/i,
  /too many (concurrent )?requests/i,
  /rate.?limit.{0,24}(reached|exceeded|hit)/i,
  /\bno (free |idle |available )*slots?\b/i,
  /\bslots?\b.{0,16}(unavailable|busy|in use|occupied)/i,
  /maximum pending requests/i,
  /并发.{0,12}(超|过高|上限|限制)/i,
];

/**
 * Matches messages of gateways that have stopped waiting for the model. The model may have processed the
 * request nevertheless.
 */
export const STOPPED_WAITING: readonly RegExp[] = [
  /(request|response|read|upstream|endpoint|inference|generation|operation).{0,12}(timed out|was timeout)/i,
  /API ?Timeout ?Error/i,
  /timeout (awaiting|while waiting)/i,
  /deadline.?exceeded/i,
  /(请求|响应|生成|推理).{0,4}超时/,
];

/** Matches messages of servers whose memory cannot hold the model. */
export const MEMORY: readonly RegExp[] = [
  /more (system )?memory/i,
  /out of memory/i,
  /insufficient (system )?(memory|system resources|v?ram)/i,
  /requires .{0,24}\bof memory/i,
  /显存不足/,
  /内存不足/,
];

/**
 * Matches messages about a model that the endpoint knows but does not offer. If the status is 5xx, the
 * endpoint may offer the model again soon.
 */
export const MODEL_NOT_OFFERED: readonly RegExp[] = [/model.{0,60}is not (available|supported)/i];

/** Matches messages about an account that needs a verification, an activated service or a setting. */
export const NOT_ACTIVATED: readonly RegExp[] = [
  /real.?name/i,
  /(identity|organi[sz]ation|account|must be).{0,24}verif/i,
  /data policy/i,
  /guardrail/i,
  /privacy settings/i,
  /not activated/i,
  /(account|organi[sz]ation|user|project|workspace|team)\b.{0,16}\b(disabled|suspended|banned|deactivated)/i,
  /(账户|账号|用户).{0,6}(封禁|禁用|冻结|停用)/,
  /(allow|white)-? ?list/i,
  /不在.{0,16}(列表|名单|范围)/i,
  /实名/i,
  /未开通/i,
];

/**
 * Matches messages about a missing permission. Other errors have the same words, so this list is used only
 * for some statuses.
 */
export const FORBIDDEN: readonly RegExp[] = [
  /access.?denied/i,
  /permission/i,
  /no.?auth(?!enticat|oriz)/i,
  /not (allowed|permitted)/i,
  /无权/i,
  /没有权限/i,
  /权限不足/i,
];

/** Matches messages about a missing or invalid key. Other errors have some of these words, too. */
export const KEY: readonly RegExp[] = [
  /(invalid|incorrect|wrong|missing).{0,12}(api.?key|\bkey\b|access token|authentication)/i,
  /(expired|no|this|your).{0,12}(api.?key|\bkey\b|access token|authentication)/i,
  /令牌/i,
  /密钥/i,
  /(api.?key|access.?token).{0,20}(not valid|expired|invalid|incorrect|no longer valid)/i,
  /authentication (error|failed|fails)/i,
  /(not|un)auth(enticated|orized)/i,
  /\bnot authenticated\b/i,
];

/** Matches messages that are certainly about an invalid key. */
export const CERTAINLY_KEY: readonly RegExp[] = [
  /(incorrect|invalid) api.?key/i,
  /security token.{0,40}(invalid|expired)/i,
  /unrecognized ?client|invalid ?client ?token/i,
];

/** Matches messages about the form that the request demands for the answer, such as JSON. */
export const FORM: readonly RegExp[] = [
  /\bgrammar\b/i,
  /json.?schema/i,
  /response_format/i,
  /structured.?output/i,
  /requested parameters/i,
];

/**
 * Matches messages about the maximum length of the answer. Even if such a message also mentions the context,
 * the endpoint may accept a request with a lower maximum.
 */
export const ANSWER_LIMIT: readonly RegExp[] = [
  /max_(completion_|output_|new_)?tokens.{0,60}(too large|should be|must be|at most|exceed)/i,
  /range of max_tokens/i,
  /max(_(completion_|output_|new_)?|imum )tokens.{0,24}(\d > \d|requested exceed)/i,
];
