import { Failure, type FailureDetails, type FailureKind } from '../../failure';
import { errorCodes, errorMessage, errorParameter, statusBehindGateway, statusInBody } from './error-body';
import { COMMON_CODES } from '../presets/error-codes';
import { NoAnswer } from '../http';
import type { CodeMeaning, Wire } from '../presets/preset';
import { isDaily, isLoading, isPerMinute, meaningOfMessage } from './message-meanings';
import { requestsPerMinuteIn } from './request-limits';
import { retryAfterSeconds } from './retry-after';
import { detailsOfLimits, tokenLimitsIn } from './token-limits';

/** An error response of an endpoint. */
export interface ErrorReport {
  readonly status: number;
  /** The names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body, or its text when the body is not JSON. */
  readonly body: unknown;
}

/**
 * Thrown when the endpoint refused the request. The same request without some of its parameters may succeed.
 * `words` are the endpoint's messages, which {@link Knowledge.learnRefusal} reads. The messages may contain
 * the API key or text of the document, so this failure must not be passed on to callers of the client.
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

/**
 * Pause in seconds when a message says that a limit per minute is reached, but not how long to wait. With
 * this pause, all retries together take more than a minute.
 */
const MINUTE_PAUSE = 30;

/**
 * For these kinds, the words of a message are more reliable than a code. Most servers have no code for them.
 * LM Studio even sends the code `model_not_found` when the memory is too small for a model.
 */
const SURE_WORDS: ReadonlySet<string> = new Set<FailureKind>(['llm-region', 'llm-memory']);

/**
 * Maps an error response to a failure. These sources are tried in turn until one has a known meaning: words
 * whose kind is in {@link SURE_WORDS}, a specific code, other words, a code for a whole class of errors, the
 * status.
 * @param now ms since 1970, for `Retry-After` dates
 */
export function failureOf(answer: ErrorReport, wire: Wire, now: number): Failure {
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const inBody = isSuccess ? statusInBody(answer.body) : statusBehindGateway(answer.body);
  const report = { ...answer, status: inBody ?? answer.status };
  const codes = errorCodes(report.body);
  const message = errorMessage(report.body);
  const wait = retryAfterSeconds(report.headers, now, message);
  const coded = meaningOfCodes(codes, wire);
  const daily = coded?.kind === 'llm-rate-limit' && isDaily(message);
  const worded = meaningOfMessage(`${message} ${wordsInCodes(codes)}`, report.status, wait);
  const isSpecific = coded !== undefined && coded.broad !== true && !daily;
  const meaning =
    (worded !== undefined && SURE_WORDS.has(worded.kind) ? worded : undefined) ??
    (isSpecific ? coded : undefined) ??
    worded ??
    coded ??
    meaningOfStatus(report);
  const pause = meaning.kind === 'llm-rate-limit' && isPerMinute(message) ? (wait ?? MINUTE_PAUSE) : wait;
  const perMinute = meaning.kind === 'llm-rate-limit' ? requestsPerMinuteIn(message) : undefined;
  const details = {
    ...detailsOf(report, codes, pause),
    ...(meaning.kind === 'llm-server' && isLoading(message) ? { reason: 'loading' } : {}),
    ...(perMinute === undefined ? {} : { requestsPerMinute: perMinute }),
    ...(isAboutSize(meaning) ? detailsOfLimits(tokenLimitsIn(message)) : {}),
  };
  // Some endpoints answer an unsupported parameter with "model not found".
  const refused = meaning.kind === 'llm-bad-request' || meaning.kind === 'llm-model-unknown';
  return refused
    ? new EndpointRefusal(meaning, details, `${message} ${errorParameter(report.body)}`)
    : new Failure(meaning.kind, { ...passingOf(meaning), details });
}

function isAboutSize({ kind }: CodeMeaning): boolean {
  return kind === 'llm-too-long' || kind === 'llm-bad-request';
}

/** Returns the words in codes: `sensitive_words_detected` -> `sensitive words detected`. */
function wordsInCodes(codes: readonly string[]): string {
  return codes
    .filter((code) => /[a-z]/i.test(code))
    .map((code) => code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[._]/g, ' '))
    .join(' ');
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

function meaningOfStatus({ status, body }: ErrorReport): CodeMeaning {
  // APIs report a wrong key as JSON or plain text. A page of HTML comes from a firewall or a web server.
  if (status === 403 && typeof body === 'string' && /^\s*</.test(body)) return { kind: 'llm-not-an-api' };
  if (status === 401) return { kind: 'llm-key-wrong' };
  if (status === 403) return { kind: 'llm-forbidden' };
  if (status === 402) return { kind: 'llm-no-balance' };
  if (status === 404) return { kind: namesModel(body) ? 'llm-model-unknown' : 'llm-not-an-api' };
  if (status === 405 || status === 501 || (status >= 300 && status < 400)) return { kind: 'llm-not-an-api' };
  // The response comes from a proxy that needs a password, or from a network that needs a sign-in first (RFC
  // 6585). A retry would fail as well.
  if (status === 407 || status === 511) return { kind: 'llm-unreachable', passing: false };
  if (status === 413) return { kind: 'llm-too-long' };
  if (status === 429) return { kind: 'llm-rate-limit' };
  if (status === 451) return { kind: 'llm-content-filter' };
  // The server or a proxy stopped waiting for the model, which may have worked on the request.
  if (status === 504 || status === 524) return { kind: 'llm-no-answer' };
  if (status === 408 || status === 409 || status === 425 || status >= 500 || status < 300) {
    return { kind: 'llm-server' };
  }
  return { kind: 'llm-bad-request' };
}

/** Returns whether the body of a 404 is about the model. Otherwise, the path of the URL is unknown. */
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

/** Messages of Chromium, Node and phones for a connection that was closed after the request had been sent. */
const CLOSED =
  /EMPTY_RESPONSE|CONNECTION_(RESET|CLOSED|ABORTED)|HTTP2_|QUIC_|ECONNRESET|socket hang up|other side closed|connection was lost|unexpected end of stream/i;
/**
 * If a connection is closed more than this many ms after the start of a request, the model may have worked
 * on the request.
 */
const WORKED_AFTER = 1_500;

/**
 * Turns `llm-unreachable` into `llm-no-answer` if the connection was closed long after the start of the
 * request.
 * @param waited time since the start of the request, in ms
 */
export function endedWithoutAnswer(thrown: unknown, waited: number): unknown {
  if (!(thrown instanceof Failure) || thrown.kind !== 'llm-unreachable' || waited < WORKED_AFTER)
    return thrown;
  const { cause, details } = thrown;
  const words = cause instanceof Error ? `${codeOf(cause)} ${cause.message}` : '';
  return CLOSED.test(words) ? new Failure('llm-no-answer', { cause, details }) : thrown;
}

/** Returns a Failure or NoAnswer unchanged, and any other value as a Failure of {@link failureOfNetwork}. */
export function thrownByPort(thrown: unknown, host: string): Failure | NoAnswer {
  return thrown instanceof Failure || thrown instanceof NoAnswer ? thrown : failureOfNetwork(thrown, host);
}

/** Creates the failure for a request that got no response: `llm-tls` or `llm-unreachable`. */
export function failureOfNetwork(thrown: unknown, host: string): Failure {
  const words = thrown instanceof Error ? `${codeOf(thrown)} ${thrown.message}` : String(thrown);
  // Error codes and messages of Chromium (`net::ERR_CERT_…`), Node (`CERT_HAS_EXPIRED`, `EPROTO`) and phones.
  const tls =
    /ERR_CERT|CERT_|_CERT\b|ERR_SSL|\bSSL\b|\bTLS\b|EPROTO|UNABLE_TO_VERIFY|certificate|certification path|trust anchor|chain validation|hostname .{1,80} not verified/i.test(
      words,
    );
  return tls
    ? new Failure('llm-tls', { cause: thrown, details: { host } })
    : new Failure('llm-unreachable', { cause: thrown, details: { host } });
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
