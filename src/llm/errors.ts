import { Failure, type FailureDetails } from '../failure';
import { COMMON_CODES } from './error-codes';
import { NoAnswer } from './http';
import type { CodeMeaning, Wire } from './preset';

/** What an endpoint said when it did not answer. */
export interface ErrorReport {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body, or its text where it is no JSON. */
  readonly body: unknown;
}

/**
 * The endpoint did not take the request as it was put. `words` are its own, to learn from; they may repeat the key or
 * the document, so this failure does not leave the client.
 */
export class EndpointRefusal extends Failure {
  readonly words: string;

  constructor(meaning: CodeMeaning, details: FailureDetails, words: string) {
    super(meaning.kind, { passing: meaning.passing ?? false, details });
    this.name = 'EndpointRefusal';
    this.words = words;
  }
}

/** A limit that is over only tomorrow, whatever code it comes with. */
const DAILY = /per.?day|daily (limit|quota)|\bRPD\b|\bTPD\b|今日/i;

/** How endpoints say that a model takes no images. */
const NO_VISION =
  /unknown variant .?image_url|image_url.{0,40}only supported|(images?( input)?|vision|multi.?modal).{0,30}(not supported|unsupported)|(not|n't|endpoints found that) support.{0,20}(image|vision|multi.?modal)|not a (vlm|vision|multi.?modal)|data required for image|at most 0 image|unexpected item type in content|不支持.{0,12}(图片|图像|视觉|多模态)/i;

/** Messages that tell more than status and code, in the order they are tried. */
const MESSAGES: readonly (readonly [RegExp, CodeMeaning])[] = [
  [/data.?inspection|content.?(filter|policy|management)|inappropriate content|high risk|敏感内容|不安全/i, { kind: 'llm-content-filter' }],
  [
    /context.{0,12}(length|window|size)|maximum context|too many (input )?tokens|(prompt|input).{0,20}too long|token limit|range of input length|exceeds? the (available )?context|token count.{0,12}exceeds|max_seq_len|prompt 超长|超过.{0,12}(最大|长度|上限)/i,
    { kind: 'llm-too-long' },
  ],
  [/(insufficient|not enough).{0,12}(balance|credit|fund)|arrear|overdue.payment|余额不足|欠费/i, { kind: 'llm-no-balance' }],
  [DAILY, { kind: 'llm-daily-quota' }],
  [/model.{0,60}(not (be )?found|not exist|does not exist|is not (available|supported)|not loaded)|(no such|unknown|invalid|not a valid) model|模型不存在/i, { kind: 'llm-model-unknown' }],
  [/(invalid|incorrect|wrong|missing|expired|no).{0,12}(api.?key|access token|authentication)|令牌|api.?key (not valid|expired)/i, { kind: 'llm-key-wrong' }],
];

/** A failure out of an error answer, by the vendor's codes, then its words, then the status. */
export function failureOf(report: ErrorReport, wire: Wire, now: number): Failure {
  const codes = errorCodes(report.body);
  const coded = meaningOfCodes(codes, wire);
  const daily = coded?.kind === 'llm-rate-limit' && DAILY.test(errorMessage(report.body));
  const meaning = (daily ? undefined : coded) ?? meaningOfMessage(report) ?? meaningOfStatus(report);
  const details = detailsOf(report, codes, now);
  // "The model is not found that supports these parameters" is about the parameters, too.
  const refused = meaning.kind === 'llm-bad-request' || meaning.kind === 'llm-model-unknown';
  return refused
    ? new EndpointRefusal(meaning, details, errorMessage(report.body))
    : new Failure(meaning.kind, { passing: meaning.passing ?? false, details });
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

function meaningOfMessage(report: ErrorReport): CodeMeaning | undefined {
  const message = errorMessage(report.body);
  // Said by local servers with a 500.
  if (NO_VISION.test(message)) return { kind: 'llm-no-vision' };
  // A busy or broken server says all sorts of things; its status says enough.
  if (report.status >= 500) return undefined;
  const meaning = MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
  const aboutAccount = report.status === 401 || report.status === 403 || report.status === 429;
  // "Token limit per minute" is no long prompt, and "no access to the model" is no misspelt one.
  return aboutAccount && meaning?.kind === 'llm-too-long' ? undefined : meaning;
}

function meaningOfStatus({ status, body }: ErrorReport): CodeMeaning {
  if (status === 401 || status === 403) return { kind: 'llm-key-wrong' };
  if (status === 402) return { kind: 'llm-no-balance' };
  if (status === 404) return { kind: typeof body === 'object' ? 'llm-model-unknown' : 'llm-not-an-api' };
  if (status === 405 || status === 501 || (status >= 300 && status < 400)) return { kind: 'llm-not-an-api' };
  if (status === 413) return { kind: 'llm-too-long' };
  if (status === 429) return { kind: 'llm-rate-limit', passing: true };
  if (status === 408 || status === 409 || status === 425 || status >= 500 || status < 300) {
    return { kind: 'llm-server', passing: true };
  }
  return { kind: 'llm-bad-request' };
}

function detailsOf(report: ErrorReport, codes: readonly string[], now: number): FailureDetails {
  const code = codes.find((candidate) => /^[\w.-]{1,48}$/.test(candidate));
  const wait = retryAfterSeconds(report.headers, now);
  return {
    status: report.status,
    ...(code === undefined ? {} : { code }),
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}

/** Seconds a `Retry-After` (seconds or an HTTP date) asks to wait; undefined when there is none that makes sense. */
export function retryAfterSeconds(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(value)) return Math.ceil(Number(value));
  // Only a full date: Date.parse takes "soon 1" for a day in 2001.
  if (!/\d{2}:\d{2}:\d{2}/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

/** True for a body that reports an error whatever its status, as OpenRouter's and some gateways' do. */
export function isErrorBody(body: unknown): boolean {
  const record = asRecord(Array.isArray(body) ? body[0] : body);
  if (record === null) return false;
  if (record['error'] !== undefined && record['error'] !== null) return true;
  return !('choices' in record) && 'code' in record && 'message' in record && typeof record['message'] === 'string';
}

/** Codes in the order of how much they tell; numbers as text. */
function errorCodes(body: unknown): readonly string[] {
  const record = asRecord(Array.isArray(body) ? body[0] : body);
  if (record === null) return [];
  const error = asRecord(record['error']);
  return [error?.['code'], error?.['status'], error?.['type'], record['code'], record['type']]
    .filter((code) => typeof code === 'string' || typeof code === 'number')
    .map(String);
}

/** The endpoint's own words, for matching only: they may repeat the key or the document. */
export function errorMessage(body: unknown): string {
  if (typeof body === 'string') return body.slice(0, 2_000);
  const record = asRecord(Array.isArray(body) ? body[0] : body);
  const error = record?.['error'];
  const message = asRecord(error)?.['message'] ?? (typeof error === 'string' ? error : record?.['message'] ?? record?.['msg']);
  const raw = asRecord(asRecord(error)?.['metadata'])?.['raw'];
  return [message, raw].filter((words) => typeof words === 'string').join(' ').slice(0, 4_000);
}

/** A plain object's entries; null for everything else. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value));
}

/** What a port threw, as it leaves the client of one API. */
export function thrownByPort(thrown: unknown, host: string): Failure | NoAnswer {
  return thrown instanceof Failure || thrown instanceof NoAnswer ? thrown : failureOfNetwork(thrown, host);
}

/** The failure when no answer came at all. Only the words of the network are looked at, and not kept. */
export function failureOfNetwork(thrown: unknown, host: string): Failure {
  const words = thrown instanceof Error ? `${codeOf(thrown)} ${thrown.message}` : String(thrown);
  // Chromium's (`net::ERR_CERT_…`), Node's (`CERT_HAS_EXPIRED`, `EPROTO`) and the phones' wordings.
  const tls = /ERR_CERT|CERT_|_CERT\b|ERR_SSL|\bSSL\b|\bTLS\b|EPROTO|UNABLE_TO_VERIFY|certificate/i.test(words);
  return tls
    ? new Failure('llm-tls', { details: { host } })
    : new Failure('llm-unreachable', { passing: true, details: { host } });
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
