import { Failure } from '../failure';
import { BadAnswer } from './answer';
import { asRecord, failureOf, isErrorBody } from './errors';
import { bodyOfStream, isEventStream } from './event-stream';
import { MAX_BODY } from './http';
import { bodyOfLines } from './json-lines';
import type { Wire } from './preset';

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
  const body = isEventStream(response.headers['content-type'] ?? '', text) ? bodyOfStream(text) : parse(text) ?? bodyOfLines(text);
  if (response.status < 200 || response.status > 299 || isErrorBody(body)) {
    throw failureOf({ status: response.status, headers: response.headers, body: body ?? text }, wire, now);
  }
  if (text.trim() === '') {
    throw new Failure('llm-server', { passing: true, details: { status: response.status, reason: 'empty-body' } });
  }
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

/** Undefined when the text is no JSON. Keep-alive padding around it is white space, or comment lines as in SSE. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^(?:\s*:[^\n]*\n)+/, ''));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function isHtml(text: string): boolean {
  return /^\s*(<!doctype html|<html|<head|<body|<script|<!--)/i.test(text);
}

/**
 * A completion out of the body of OpenAI's chat API.
 * @throws Failure `llm-not-an-api` when the body is something else.
 */
export function readChatCompletion(body: unknown): Completion {
  const record = asRecord(body);
  const choices = record?.['choices'];
  const first = asRecord(Array.isArray(choices) ? choices[0] : undefined);
  if (record === null || !Array.isArray(choices)) throw new Failure('llm-not-an-api', { details: { reason: 'no-choices' } });
  const message = asRecord(first?.['message']);
  const usage = readUsage(asRecord(record['usage']), 'prompt_tokens', 'completion_tokens');
  return {
    content: contentText(message?.['content']),
    finish: finishReason(first?.['finish_reason']),
    refusal: asText(message?.['refusal']),
    // The first is DeepSeek's name, which most took over; the second is OpenRouter's.
    thoughts: asText(message?.['reasoning_content']) || asText(message?.['reasoning']),
    model: asText(record['model']),
    ...(usage === undefined ? {} : { usage }),
  };
}

/**
 * A completion out of the body of Ollama's `/api/chat`.
 * @throws Failure `llm-not-an-api` when the body is something else.
 */
export function readOllamaChat(body: unknown): Completion {
  const record = asRecord(body);
  const message = asRecord(record?.['message']);
  if (record === null || message === null) throw new Failure('llm-not-an-api', { details: { reason: 'no-message' } });
  const usage = readUsage(record, 'prompt_eval_count', 'eval_count');
  return {
    content: asText(message['content']),
    // Before 0.1.42 there was no reason, only `done`.
    finish: record['done'] === true ? finishReason(record['done_reason'] ?? 'stop') : 'none',
    refusal: '',
    thoughts: asText(message['thinking']),
    model: asText(record['model']),
    ...(usage === undefined ? {} : { usage }),
  };
}

/** Zero prompt tokens means "not counted". */
function readUsage(record: Readonly<Record<string, unknown>> | null, prompt: string, completion: string): Usage | undefined {
  const sent = record?.[prompt];
  if (typeof sent !== 'number' || !Number.isFinite(sent) || sent <= 0) return undefined;
  const answered = record?.[completion];
  return { prompt: sent, completion: typeof answered === 'number' && answered > 0 ? answered : 0 };
}

/** Content is text, or parts of which some are text. */
function contentText(content: unknown): string {
  if (!Array.isArray(content)) return asText(content);
  return content.map((part) => asText(asRecord(part)?.['text'])).join('');
}

export function finishReason(value: unknown): FinishReason {
  switch (value) {
    case 'stop':
    case 'eos':
    case 'end_turn':
    case 'STOP':
      return 'stop';
    case 'length':
    case 'max_tokens':
    case 'MAX_TOKENS':
      return 'length';
    case 'content_filter':
    case 'sensitive': // Zhipu
    case 'SAFETY':
      return 'content-filter';
    case undefined:
    case null:
    case '':
    case 'error': // OpenRouter, when the model behind it broke down
      return 'none';
    default:
      return 'unknown';
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
