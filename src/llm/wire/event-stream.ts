import { Failure } from '../../failure';
import { parseJson } from '../../json';
import { balancedEnd } from '../answer/json-in-text';
import { readChoice } from './choice';
import { isErrorBody } from '../errors/error-body';
import { asRecord } from '../record';

/** One server-sent event. */
export interface ServerEvent {
  /** The name of the event; `message` when it has none. */
  readonly event: string;
  readonly data: string;
}

/** Parses the text of a finished stream (WHATWG HTML, server-sent events). A truncated event is left out. */
export function readEvents(text: string): readonly ServerEvent[] {
  const events: ServerEvent[] = [];
  let event = '';
  let data: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') {
      if (data.length > 0) events.push({ event: event === '' ? 'message' : event, data: data.join('\n') });
      event = '';
      data = [];
    } else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    else if (line.startsWith('event:')) event = line.slice(6).trim();
  }
  return events;
}

/**
 * Returns whether a body is an event stream. Some servers send a stream although none was requested. A body
 * that begins like JSON or HTML is not a stream.
 */
export function isEventStream(contentType: string, text: string): boolean {
  const beginning = /\S/.exec(text)?.[0] ?? '';
  if (/^[{[<]/.test(beginning)) return false;
  return (
    /^text\/event-stream\b/i.test(contentType) || /^\s*(data|event|id|retry): ?\S/.test(withoutComments(text))
  );
}

/** Skips empty lines and comments at the beginning. */
function withoutComments(text: string): string {
  let at = 0;
  for (;;) {
    const end = text.slice(at, at + MAX_COMMENT).search(/[\r\n]/);
    const line = text.slice(at, at + (end < 0 ? MAX_COMMENT : end)).trim();
    if (end < 0 || at > MAX_PADDING || (line !== '' && !line.startsWith(':')))
      return text.slice(at, at + MAX_COMMENT);
    at += end + 1;
  }
}

const MAX_COMMENT = 1_000;
/**
 * If the comments at the start of a body are longer than this, in characters, only the content type decides
 * whether the body is a stream.
 */
const MAX_PADDING = 100_000;

/**
 * Joins the chunks of a stream into the body that a server sends without streaming; undefined when the stream
 * is empty. If the stream contains an error, returns the error. If the stream is truncated, the body has no
 * finish reason.
 */
export function bodyOfStream(text: string): unknown {
  const result = {
    content: '',
    refusal: '',
    thoughts: '',
    finish: undefined as unknown,
    model: undefined as unknown,
    usage: undefined as unknown,
  };
  let chunks = 0;
  // Some servers omit the blank line after the last event.
  for (const { event, data } of readEvents(`${text}\n\n`)) {
    if (data.trim() === '[DONE]') break;
    if (event === 'error') return errorBody(asRecord(parseJson(data)), data);
    for (const chunk of chunksIn(data)) {
      if (isErrorBody(chunk)) return errorBody(chunk, data);
      chunks += 1;
      const choice = choiceIn(chunk);
      const added = readChoice(choice);
      result.content += added.content;
      result.refusal += added.refusal;
      result.thoughts += added.thoughts;
      result.finish = choice?.['finish_reason'] || result.finish;
      result.model = chunk['model'] ?? result.model;
      result.usage = chunk['usage'] ?? result.usage;
    }
  }
  const message = { content: result.content, refusal: result.refusal, reasoning_content: result.thoughts };
  return chunks === 0
    ? undefined
    : { model: result.model, choices: [{ message, finish_reason: result.finish }], usage: result.usage };
}

type Chunk = Readonly<Record<string, unknown>>;

/**
 * Returns the chunks in an event: several if the server omits the line breaks between events, none if the
 * event only keeps the connection alive.
 * @throws Failure `llm-cut-off` when a chunk is damaged, because its words or digits would be missing from
 * the answer.
 */
export function chunksIn(data: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let rest = data.trim();
  while (rest.startsWith('{')) {
    const end = asRecord(parseJson(rest)) === null ? balancedEnd(rest, 0) : rest.length;
    const chunk = end === null ? null : asRecord(parseJson(rest.slice(0, end)));
    if (chunk === null || end === null)
      throw new Failure('llm-cut-off', { details: { reason: 'damaged-stream' } });
    chunks.push(chunk);
    rest = rest.slice(end).replace(/^\s*(data:\s*)?/, '');
  }
  return chunks;
}

function choiceIn(chunk: Chunk): Chunk | null {
  const choices: readonly unknown[] = Array.isArray(chunk['choices']) ? chunk['choices'] : [];
  return choices.map(asRecord).find((choice) => (choice?.['index'] ?? 0) === 0) ?? null;
}

/** Returns the error in an event. */
export function errorBody(chunk: Chunk | null, data: string): unknown {
  return chunk !== null && ('error' in chunk || isErrorBody(chunk))
    ? chunk
    : { error: chunk ?? { message: data } };
}
