import { Failure } from '../../failure';
import { parseJson } from '../../json';
import { BadAnswer } from '../answer/answer';
import { messageOfStream } from './anthropic-stream';
import { asText, readChoice } from './choice';
import { isErrorBody } from '../errors/error-body';
import { failureOf } from '../errors/errors';
import { bodyOfStream, isEventStream } from './event-stream';
import { MAX_BODY } from '../http';
import { bodyOfLines } from './json-lines';
import type { Wire } from '../presets/preset';
import { asRecord } from '../record';
import { ReceivedWords } from './received-words';

/**
 * Why the model stopped. `unknown`: for another reason. `none`: the response contains no reason, so the
 * answer is treated as incomplete.
 */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'refusal' | 'unknown' | 'none';

export interface Usage {
  readonly prompt: number;
  readonly completion: number;
}

/** One answer of a model, independent of the endpoint's API. */
export interface Completion {
  readonly content: string;
  readonly finish: FinishReason;
  readonly refusal: string;
  /** Empty when the endpoint does not return the model's thoughts. */
  readonly thoughts: string;
  /** The model's name as the endpoint returns it, or empty. */
  readonly model: string;
  readonly usage?: Usage;
}

/**
 * A failure has this detail if the model generated at least a part of an answer. The endpoint may bill such a
 * request.
 */
export const BILLED = { billed: 1 } as const;

/** A response with its complete body. Header names are in lower case. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

/**
 * Parses the JSON value in a response of any content type.
 * @throws Failure for every response without a usable value: an error status, an error in a response with
 * status 200, an HTML page, an empty or truncated body, a body that is too large or not valid UTF-8.
 */
export function readJson(response: RawResponse, wire: Wire, now: number): unknown {
  const text = decode(response);
  const isStream = isEventStream(response.headers['content-type'] ?? '', text);
  const parseWhole = (): unknown => withoutEnvelope(parseJson(withoutPadding(text)) ?? bodyOfLines(text));
  const ofStream = wire.api === 'anthropic' ? messageOfStream : bodyOfStream;
  const body = isStream ? ofStream(text) : parseWhole();
  if (response.status < 200 || response.status > 299 || isErrorBody(body)) {
    const report = { status: response.status, headers: response.headers, body: body ?? text };
    const failure = failureOf(report, wire, now);
    const hasBegun = isStream && new ReceivedWords().take(new Uint8Array(response.body)) > 0;
    throw hasBegun ? Object.assign(failure, { details: { ...failure.details, ...BILLED } }) : failure;
  }
  // A stream that contains only keep-alive comments is treated as empty.
  if (text.trim() === '' || (isStream && body === undefined)) {
    throw new Failure('llm-server', {
      details: { status: response.status, reason: 'empty-body', ...BILLED },
    });
  }
  if (body === undefined && isCutJson(text))
    throw new Failure('llm-cut-off', { details: { reason: 'body-cut' } });
  if (body === undefined) {
    throw new Failure('llm-not-an-api', {
      details: { status: response.status, reason: isHtml(text) ? 'html' : 'not-json' },
    });
  }
  return body;
}

function decode(response: RawResponse): string {
  if (response.body.byteLength > MAX_BODY) throw new BadAnswer('the answer was larger than 10 MB', '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(response.body);
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    const text = new TextDecoder('utf-8').decode(response.body);
    if (response.status < 200 || response.status > 299) return text;
    throw new BadAnswer('the answer was not valid UTF-8', text);
  }
}

/** Removes the comment lines that some endpoints send, as in SSE, to keep the connection alive. */
function withoutPadding(text: string): string {
  return text.replace(/^(?:\s*:[^\n]*\n)+/, '');
}

/** Removes the envelope that some gateways put around a completion. */
function withoutEnvelope(body: unknown): unknown {
  const record = asRecord(body);
  if (record === null || Array.isArray(record['choices'])) return body;
  const inside = ['data', 'result', 'response', 'output'].map((name) => asRecord(record[name]));
  return inside.find((candidate) => Array.isArray(candidate?.['choices'])) ?? body;
}

/** Returns true for JSON that ended early. Some connections report no error when they break off. */
function isCutJson(text: string): boolean {
  return /^\s*\{\s*"/.test(text) && /"(choices|content)"/.test(text) && !text.trimEnd().endsWith('}');
}

function isHtml(text: string): boolean {
  return /^\s*(<!doctype html|<html|<head|<body|<script|<!--)/i.test(text);
}

/**
 * Reads the body of a response of OpenAI's chat API.
 * @throws Failure `llm-not-an-api` when the body is not a completion, `llm-server` when the finish reason is
 * an internal error.
 */
export function readChatCompletion(body: unknown): Completion {
  const record = asRecord(body);
  const choices = record?.['choices'];
  const first = asRecord(Array.isArray(choices) ? choices[0] : undefined);
  if (record === null || !Array.isArray(choices))
    throw new Failure('llm-not-an-api', { details: { reason: 'no-choices' } });
  const usageRecord = asRecord(record['usage']);
  const usage =
    readUsage(usageRecord, 'prompt_tokens', 'completion_tokens') ??
    readUsage(usageRecord, 'input_tokens', 'output_tokens');
  return {
    ...readChoice(first),
    finish: finishReason(first?.['finish_reason']),
    model: asText(record['model']),
    ...(usage === undefined ? {} : { usage }),
  };
}

/**
 * Reads the body of a response of Ollama's `/api/chat`.
 * @throws Failure `llm-not-an-api` when the body is not a completion, `llm-server` when the finish reason is
 * an internal error.
 */
export function readOllamaChat(body: unknown): Completion {
  const record = asRecord(body);
  const message = asRecord(record?.['message']);
  if (record === null || message === null)
    throw new Failure('llm-not-an-api', { details: { reason: 'no-message' } });
  const usage = readUsage(record, 'prompt_eval_count', 'eval_count');
  return {
    content: readChoice(record).content,
    // Ollama before 0.1.42 sends only `done` and no reason; its answers are treated as complete.
    finish: record['done'] === true ? finishReason(record['done_reason'] ?? 'stop') : 'none',
    refusal: '',
    thoughts: asText(message['thinking']),
    model: asText(record['model']),
    ...(usage === undefined ? {} : { usage }),
  };
}

/** A larger number of tokens is not plausible and is read as zero. */
const MAX_TOKENS = 1e9;

/**
 * Reads the numbers of tokens; undefined when the endpoint reports no tokens of the prompt. Some endpoints do
 * not include the cached tokens in the tokens of the prompt. So if there are more cached tokens than tokens
 * of the prompt, their sum is used.
 */
function readUsage(
  record: Readonly<Record<string, unknown>> | null,
  prompt: string,
  completion: string,
): Usage | undefined {
  const sent = plausibleTokens(record?.[prompt]);
  const cached = plausibleTokens(asRecord(record?.[`${prompt}_details`])?.['cached_tokens']);
  // Some gateways use Anthropic's names for the cached tokens.
  const apart =
    plausibleTokens(record?.['cache_read_input_tokens']) +
    plausibleTokens(record?.['cache_creation_input_tokens']);
  const omitted = Math.max(cached, apart);
  return sent === 0
    ? undefined
    : { prompt: omitted > sent ? sent + omitted : sent, completion: plausibleTokens(record?.[completion]) };
}

/** Returns zero when the value is not a plausible token count. */
export function plausibleTokens(value: unknown): number {
  const count = Math.round(Number(value));
  return count > 0 && count <= MAX_TOKENS ? count : 0;
}

/**
 * Maps a vendor's finish reason.
 * @throws Failure `llm-server` when the model ended with an internal error
 */
export function finishReason(value: unknown): FinishReason {
  if (value === undefined || value === null || value === '') return 'none';
  if (typeof value !== 'string') return 'unknown';
  const reason = value.toLowerCase().replaceAll('-', '_');
  if (STOPPED.has(reason)) return 'stop';
  // Some endpoints append a detail, as in `content_filter: RECITATION`.
  const words = reason.split(/[^a-z_]+/);
  if (words.some((word) => FILTERED.has(word))) return 'content-filter';
  if (words.includes('refusal') || words.includes('refused')) return 'refusal';
  if (BROKE_DOWN.has(reason)) throw new Failure('llm-server', { details: { reason, ...BILLED } });
  return /length|max_(\w+_)?tokens|token_limit|context_window/.test(reason) ? 'length' : 'unknown';
}

const STOPPED: ReadonlySet<string> = new Set(['stop', 'eos', 'eos_token', 'end_turn', 'stop_sequence']);
/** Finish reasons of a content filter. `sensitive` is Zhipu's; the reasons after it are Gemini's. */
const FILTERED: ReadonlySet<string> = new Set([
  'content_filter',
  'content_filtered',
  'sensitive',
  'safety',
  'recitation',
  'prohibited_content',
  'blocklist',
  'spii',
]);
/**
 * Finish reasons of an internal error. Ollama sends `load` or `unload` when the model was loaded or unloaded
 * during the call.
 */
const BROKE_DOWN: ReadonlySet<string> = new Set([
  'error',
  'insufficient_system_resource',
  'network_error',
  'abort',
  'load',
  'unload',
]);
