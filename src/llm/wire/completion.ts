import { Failure } from '../../failure';
import { parseJson } from '../../json';
import { BadAnswer } from '../answer/answer';
import { asText, readChoice } from './choice';
import { isErrorBody } from '../errors/error-body';
import { failureOf } from '../errors/errors';
import { bodyOfStream, isEventStream } from './event-stream';
import { MAX_BODY } from '../http';
import { bodyOfLines } from './json-lines';
import type { Wire } from '../presets/preset';
import { asRecord } from '../record';

/** Why the model stopped. `unknown` is none of the three, `none` is not said: not a whole answer. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'unknown' | 'none';

export interface Usage {
  readonly prompt: number;
  readonly completion: number;
}

/** One answer of a model, whatever API it came by. */
export interface Completion {
  readonly content: string;
  readonly finish: FinishReason;
  readonly refusal: string;
  /** What the model thought before it answered, where that is told; empty where it is not. */
  readonly thoughts: string;
  /** The model as the endpoint names it; empty when it does not. */
  readonly model: string;
  readonly usage?: Usage;
}

/** A response with its whole body. Header names in lower case. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

/**
 * The JSON value in a response, whatever its content type says.
 * @throws Failure for every answer that is none: an error, an error inside a 200, an HTML page, an empty body, a body
 * that is too large or no text.
 */
export function readJson(response: RawResponse, wire: Wire, now: number): unknown {
  const text = decode(response);
  const isStream = isEventStream(response.headers['content-type'] ?? '', text);
  const whole = (): unknown => unwrapped(parseJson(withoutPadding(text)) ?? bodyOfLines(text));
  const body = isStream ? bodyOfStream(text) : whole();
  if (response.status < 200 || response.status > 299 || isErrorBody(body)) {
    throw failureOf({ status: response.status, headers: response.headers, body: body ?? text }, wire, now);
  }
  // A stream of nothing but keep-alives is as empty.
  if (text.trim() === '' || (isStream && body === undefined)) {
    throw new Failure('llm-server', { details: { status: response.status, reason: 'empty-body' } });
  }
  if (body === undefined && isCutJson(text)) throw new Failure('llm-cut-off', { details: { reason: 'body-cut' } });
  if (body === undefined) {
    throw new Failure('llm-not-an-api', { details: { status: response.status, reason: isHtml(text) ? 'html' : 'not-json' } });
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


/**
 * Without the comment lines, as in SSE, that some endpoints send before an answer to keep the connection
 * alive.
 */
function withoutPadding(text: string): string {
  return text.replace(/^(?:\s*:[^\n]*\n)+/, '');
}

/** Without the envelope that some gateways put around an answer. */
function unwrapped(body: unknown): unknown {
  const record = asRecord(body);
  if (record === null || Array.isArray(record['choices'])) return body;
  const inside = ['data', 'result', 'response', 'output'].map((name) => asRecord(record[name]));
  return inside.find((candidate) => Array.isArray(candidate?.['choices'])) ?? body;
}

/** A completion that broke off where the connection does not tell its end. */
function isCutJson(text: string): boolean {
  return /^\s*\{\s*"/.test(text) && text.includes('"choices"') && !text.trimEnd().endsWith('}');
}

function isHtml(text: string): boolean {
  return /^\s*(<!doctype html|<html|<head|<body|<script|<!--)/i.test(text);
}

/**
 * A completion out of the body of OpenAI's chat API.
 * @throws Failure `llm-not-an-api` when the body is something else, `llm-server` when the model broke down.
 */
export function readChatCompletion(body: unknown): Completion {
  const record = asRecord(body);
  const choices = record?.['choices'];
  const first = asRecord(Array.isArray(choices) ? choices[0] : undefined);
  if (record === null || !Array.isArray(choices)) throw new Failure('llm-not-an-api', { details: { reason: 'no-choices' } });
  const counted = asRecord(record['usage']);
  const usage = readUsage(counted, 'prompt_tokens', 'completion_tokens') ?? readUsage(counted, 'input_tokens', 'output_tokens');
  return {
    ...readChoice(first),
    finish: finishReason(first?.['finish_reason']),
    model: asText(record['model']),
    ...(usage === undefined ? {} : { usage }),
  };
}

/**
 * A completion out of the body of Ollama's `/api/chat`.
 * @throws Failure `llm-not-an-api` when the body is something else, `llm-server` when the model broke down.
 */
export function readOllamaChat(body: unknown): Completion {
  const record = asRecord(body);
  const message = asRecord(record?.['message']);
  if (record === null || message === null) throw new Failure('llm-not-an-api', { details: { reason: 'no-message' } });
  const usage = readUsage(record, 'prompt_eval_count', 'eval_count');
  return {
    content: readChoice(record).content,
    // Before 0.1.42 there was no reason, only `done`.
    finish: record['done'] === true ? finishReason(record['done_reason'] ?? 'stop') : 'none',
    refusal: '',
    thoughts: asText(message['thinking']),
    model: asText(record['model']),
    ...(usage === undefined ? {} : { usage }),
  };
}

/** No prompt and no answer has as many. */
const MAX_TOKENS = 1e9;

/** Zero prompt tokens means "not counted". What came out of a cache is counted, too, whoever leaves it out. */
function readUsage(record: Readonly<Record<string, unknown>> | null, prompt: string, completion: string): Usage | undefined {
  const sent = tokens(record?.[prompt]);
  const cached = tokens(asRecord(record?.[`${prompt}_details`])?.['cached_tokens']);
  return sent === 0 ? undefined : { prompt: cached > sent ? sent + cached : sent, completion: tokens(record?.[completion]) };
}

function tokens(value: unknown): number {
  const count = Math.round(Number(value));
  return count > 0 && count <= MAX_TOKENS ? count : 0;
}

/**
 * Why the model stopped, by any vendor's word for it.
 * @throws Failure `llm-server` when it did not stop but broke down: what there is of an answer is worth nothing.
 */
function finishReason(value: unknown): FinishReason {
  if (value === undefined || value === null || value === '') return 'none';
  if (typeof value !== 'string') return 'unknown';
  const word = value.toLowerCase().replaceAll('-', '_');
  if (STOPPED.has(word)) return 'stop';
  if (FILTERED.has(word)) return 'content-filter';
  if (BROKE_DOWN.has(word)) throw new Failure('llm-server', { details: { reason: word } });
  return /length|max_(\w+_)?tokens|token_limit/.test(word) ? 'length' : 'unknown';
}

const STOPPED: ReadonlySet<string> = new Set(['stop', 'eos', 'eos_token', 'end_turn', 'stop_sequence']);
/** `sensitive` is Zhipu's; those after it are Gemini's. */
const FILTERED: ReadonlySet<string> = new Set([
  'content_filter', 'content_filtered', 'sensitive', 'safety', 'recitation', 'prohibited_content', 'blocklist', 'spii',
]);
/** OpenRouter's, DeepSeek's and Zhipu's; the last two are Ollama's, of a model that came or went meanwhile. */
const BROKE_DOWN: ReadonlySet<string> = new Set(['error', 'insufficient_system_resource', 'network_error', 'abort', 'load', 'unload']);
