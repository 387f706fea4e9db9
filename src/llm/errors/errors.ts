import { Failure, type FailureDetails } from '../../failure';
import { errorCodes, errorMessage, errorParameter, statusInBody } from './error-body';
import { COMMON_CODES } from '../presets/error-codes';
import { NoAnswer } from '../http';
import type { CodeMeaning, Wire } from '../presets/preset';
import { retryAfterSeconds } from './retry-after';

/** An error response of an endpoint. */
export interface ErrorReport {
  readonly status: number;
  /** The names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body, or its text when the body is not JSON. */
  readonly body: unknown;
}

/**
 * Thrown when the endpoint refused the form of the request; another form may succeed. `words` are the
 * endpoint's own messages, which {@link Knowledge.learnRefusal} reads. They may contain the API key or text
 * of the document, so this failure must not leave the client.
 */
export class EndpointRefusal extends Failure {
  readonly words: string;

  constructor(meaning: CodeMeaning, details: FailureDetails, words: string) {
    super(meaning.kind, { ...passingOf(meaning), details });
    this.name = 'EndpointRefusal';
    this.words = words;
  }
}

function passingOf({ passing }: CodeMeaning): { readonly passing?: boolean } {
  return passing === undefined ? {} : { passing };
}

/** Matches messages about a daily limit, whatever code the response has. */
const DAILY = /per.?day|daily (limit|quota)|\bRPD\b|\bTPD\b|今日/i;

/** Matches messages of endpoints whose model does not accept images. */
const NO_VISION =
  /unknown variant .?image_url|image_url.{0,40}only supported|(images?( input)?|vision|multi.?modal).{0,30}(not supported|unsupported)|(not|n't|endpoints found that) support.{0,20}(image|vision|multi.?modal)|not a (vlm|vision|multi.?modal)|data required for image|at most 0 image|unexpected item type in content|不支持.{0,12}(图片|图像|视觉|多模态)/i;

/** Matches messages of providers that do not serve the user's region, whatever code the response has. */
const REGION =
  /\b(country|region|territory|location)\b.{0,24}(not (supported|available|allowed)|unsupported|unavailable|restricted|blocked)|(not (supported|available|allowed)|unsupported|unavailable|restricted).{0,24}\b(country|region|territory|location)\b|(国家|地区|区域).{0,8}(不支持|不可用|受限)|不支持.{0,8}(国家|地区|区域)/i;

/** Matches messages of servers that have no API at the requested path. */
const ROUTE =
  /unexpected endpoint|invalid url \((post|get)|no route|(route|path|endpoint|url) (was )?not found|unknown (url|endpoint|path|route)|404 not.?found|cannot (get|post) \//i;

/** Matches messages of servers that do not support structured output. Some send them with a 5xx status. */
const FORM = /\bgrammar\b|json.?schema|response_format|structured.?output/i;

/**
 * Patterns for messages that are more specific than status and code, in the order in which they are tried.
 */
const MESSAGES: readonly (readonly [RegExp, CodeMeaning])[] = [
  [ROUTE, { kind: 'llm-not-an-api' }],
  // Such a message concerns the parameter, even if it mentions the context: the endpoint may accept a lower
  // limit.
  [
    /max_(completion_|output_|new_)?tokens.{0,60}(too large|should be|must be|at most|exceed)|range of max_tokens/i,
    { kind: 'llm-bad-request' },
  ],
  [
    /data.?inspection|content.?(filter|policy|management)|inappropriate content|high risk|敏感内容|不安全/i,
    { kind: 'llm-content-filter' },
  ],
  [
    /context.{0,12}(length|window|size)|maximum context|too many (input )?tokens|(prompt|input).{0,20}too long|token limit|range of input length|exceeds? the (available )?context|token count.{0,12}exceeds|max_seq_len|prompt 超长|超过.{0,12}(最大|长度|上限)/i,
    { kind: 'llm-too-long' },
  ],
  [
    /(insufficient|not enough).{0,12}(balance|credit|fund)|arrear|overdue.payment|余额不足|欠费/i,
    { kind: 'llm-no-balance' },
  ],
  [DAILY, { kind: 'llm-daily-quota' }],
  [
    /model.{0,60}(not (be )?found|not exist|does not exist|is not (available|supported)|not loaded)|(no such|unknown|invalid|not a valid) model|no models? (is |are )?(currently )?loaded|模型不存在/i,
    { kind: 'llm-model-unknown' },
  ],
  [
    /(invalid|incorrect|wrong|missing|expired|no).{0,12}(api.?key|access token|authentication)|令牌|(api.?key|access.?token).{0,20}(not valid|expired|invalid|incorrect|no longer valid)|authentication (error|failed|fails)|(not|un)auth(enticated|orized)/i,
    { kind: 'llm-key-wrong' },
  ],
];

/**
 * Maps an error response to a failure: by the vendor's error codes, then by the message, then by the status.
 * @param now ms since 1970, for `Retry-After` dates
 */
export function failureOf(answer: ErrorReport, wire: Wire, now: number): Failure {
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const report = { ...answer, status: (isSuccess ? statusInBody(answer.body) : undefined) ?? answer.status };
  const codes = errorCodes(report.body);
  const message = errorMessage(report.body);
  const coded = meaningOfCodes(codes, wire);
  const daily = coded?.kind === 'llm-rate-limit' && DAILY.test(message);
  const mayBeRegion =
    report.status >= 400 && report.status < 500 && report.status !== 429 && REGION.test(message);
  const region: CodeMeaning | undefined = mayBeRegion ? { kind: 'llm-region' } : undefined;
  const meaning =
    region ??
    (daily ? undefined : coded) ??
    meaningOfMessage(message, report.status) ??
    meaningOfStatus(report);
  const details = detailsOf(report, codes, retryAfterSeconds(report.headers, now, message));
  // Some endpoints answer an unsupported parameter with "model not found", so this kind counts as a refusal,
  // too.
  const refused = meaning.kind === 'llm-bad-request' || meaning.kind === 'llm-model-unknown';
  return refused
    ? new EndpointRefusal(meaning, details, `${message} ${errorParameter(report.body)}`)
    : new Failure(meaning.kind, { ...passingOf(meaning), details });
}

function meaningOfCodes(codes: readonly string[], wire: Wire): CodeMeaning | undefined {
  for (const known of [wire.errorCodes, COMMON_CODES]) {
    for (const code of codes) {
      const meaning = Object.hasOwn(known, code) ? known[code] : undefined;
      if (meaning !== undefined) return meaning;
    }
  }
  return undefined;
}

function meaningOfMessage(message: string, status: number): CodeMeaning | undefined {
  // Local servers send such a message with status 500.
  if (NO_VISION.test(message)) return { kind: 'llm-no-vision' };
  if (FORM.test(message) && status >= 500) return { kind: 'llm-bad-request' };
  // With a 5xx status, other messages are unreliable, so only the status counts.
  if (status >= 500 && !ROUTE.test(message)) return undefined;
  const meaning = MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
  const aboutAccount = status === 401 || status === 403 || status === 429;
  // "Token limit per minute" does not mean that the prompt is too long.
  return aboutAccount && meaning?.kind === 'llm-too-long' ? undefined : meaning;
}

function meaningOfStatus({ status, body }: ErrorReport): CodeMeaning {
  // Firewalls and web servers reject requests with an HTML page. APIs report a wrong key as JSON or plain
  // text.
  if (status === 403 && typeof body === 'string' && /^\s*</.test(body)) return { kind: 'llm-not-an-api' };
  if (status === 401 || status === 403) return { kind: 'llm-key-wrong' };
  if (status === 402) return { kind: 'llm-no-balance' };
  if (status === 404) return { kind: namesModel(body) ? 'llm-model-unknown' : 'llm-not-an-api' };
  if (status === 405 || status === 501 || (status >= 300 && status < 400)) return { kind: 'llm-not-an-api' };
  // The proxy requires a password, so a retry would fail as well.
  if (status === 407) return { kind: 'llm-unreachable', passing: false };
  if (status === 413) return { kind: 'llm-too-long' };
  if (status === 429) return { kind: 'llm-rate-limit' };
  if (status === 451) return { kind: 'llm-content-filter' };
  if (status === 408 || status === 409 || status === 425 || status >= 500 || status < 300) {
    return { kind: 'llm-server' };
  }
  return { kind: 'llm-bad-request' };
}

/** Returns whether a 404 concerns the model. Frameworks use "not found" for unknown paths, too. */
function namesModel(body: unknown): boolean {
  const texts = [errorMessage(body), errorParameter(body), ...errorCodes(body)].join(' ');
  return typeof body === 'object' && /model|deployment|engine|模型/i.test(texts);
}

function detailsOf(
  { status }: ErrorReport,
  codes: readonly string[],
  wait: number | undefined,
): FailureDetails {
  const code = codes.find((candidate) => /^[\w.-]{1,48}$/.test(candidate));
  return {
    status,
    ...(code === undefined ? {} : { code }),
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}

/**
 * Converts a value that a port threw. A Failure or NoAnswer is returned unchanged; any other value becomes a
 * Failure by {@link failureOfNetwork}.
 */
export function thrownByPort(thrown: unknown, host: string): Failure | NoAnswer {
  return thrown instanceof Failure || thrown instanceof NoAnswer ? thrown : failureOfNetwork(thrown, host);
}

/**
 * Creates the failure for a request that got no response: `llm-tls` or `llm-unreachable`. The error's message
 * is matched, but the failure does not repeat it.
 */
export function failureOfNetwork(thrown: unknown, host: string): Failure {
  const words = thrown instanceof Error ? `${codeOf(thrown)} ${thrown.message}` : String(thrown);
  // Error codes and messages of Chromium (`net::ERR_CERT_…`), Node (`CERT_HAS_EXPIRED`, `EPROTO`) and phones.
  const tls = /ERR_CERT|CERT_|_CERT\b|ERR_SSL|\bSSL\b|\bTLS\b|EPROTO|UNABLE_TO_VERIFY|certificate/i.test(
    words,
  );
  return tls
    ? new Failure('llm-tls', { cause: thrown, details: { host } })
    : new Failure('llm-unreachable', { cause: thrown, details: { host } });
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
