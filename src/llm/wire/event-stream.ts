import { parseJson } from '../../json';
import { readChoice } from './choice';
import { isErrorBody } from '../errors/error-body';
import { asRecord } from '../record';

/** One server-sent event. */
export interface ServerEvent {
  /** `message` when it is not named. */
  readonly event: string;
  readonly data: string;
}

/**
 * The events in the text of a stream that has ended (WHATWG HTML, server-sent events). An event that the stream broke
 * off in the middle of is not among them.
 */
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

/** True for a body that is a stream of events, whatever was asked for; what begins as JSON or a page is none. */
export function isEventStream(contentType: string, text: string): boolean {
  const beginning = /\S/.exec(text)?.[0] ?? '';
  if (/^[{[<]/.test(beginning)) return false;
  return /^text\/event-stream\b/i.test(contentType) || /^\s*(data|event|id|retry): ?\S/.test(withoutComments(text));
}

/** Only as much as has to be looked at: from the first line that is no comment and not empty. */
function withoutComments(text: string): string {
  let at = 0;
  for (;;) {
    const end = text.slice(at, at + MAX_COMMENT).search(/[\r\n]/);
    const line = text.slice(at, at + (end < 0 ? MAX_COMMENT : end)).trim();
    if (end < 0 || at > MAX_PADDING || (line !== '' && !line.startsWith(':'))) return text.slice(at, at + MAX_COMMENT);
    at += end + 1;
  }
}

const MAX_COMMENT = 1_000;
/** Behind more than this, in characters, only the content type tells. */
const MAX_PADDING = 100_000;

/**
 * The body that the endpoint would have sent in one piece: the completion put together out of its chunks, or the
 * error that came instead, also in the middle. Without a finish reason when the stream was cut; undefined when there
 * was nothing in it.
 */
export function bodyOfStream(text: string): unknown {
  const whole = { content: '', refusal: '', thoughts: '', finish: undefined as unknown, model: undefined as unknown, usage: undefined as unknown };
  let chunks = 0;
  // The blank line after the last event is left out by some.
  for (const { event, data } of readEvents(`${text}\n\n`)) {
    if (data.trim() === '[DONE]') break;
    if (event === 'error') return errorBody(asRecord(parseJson(data)), data);
    for (const chunk of chunksIn(data)) {
      if (isErrorBody(chunk)) return errorBody(chunk, data);
      chunks += 1;
      const choice = choiceIn(chunk);
      const said = readChoice(choice);
      whole.content += said.content;
      whole.refusal += said.refusal;
      whole.thoughts += said.thoughts;
      whole.finish = choice?.['finish_reason'] || whole.finish;
      whole.model = chunk['model'] ?? whole.model;
      whole.usage = chunk['usage'] ?? whole.usage;
    }
  }
  const message = { content: whole.content, refusal: whole.refusal, reasoning_content: whole.thoughts };
  return chunks === 0 ? undefined : { model: whole.model, choices: [{ message, finish_reason: whole.finish }], usage: whole.usage };
}

type Chunk = Readonly<Record<string, unknown>>;

/** The chunk in an event; several where the blank lines between events were left out. */
function chunksIn(data: string): readonly Chunk[] {
  const whole = asRecord(parseJson(data));
  if (whole !== null) return [whole];
  return data.split('\n').map((line) => asRecord(parseJson(line))).filter((chunk) => chunk !== null);
}

/** The first choice; others were not asked for. */
function choiceIn(chunk: Chunk): Chunk | null {
  const choices: readonly unknown[] = Array.isArray(chunk['choices']) ? chunk['choices'] : [];
  return choices.map(asRecord).find((choice) => (choice?.['index'] ?? 0) === 0) ?? null;
}

function errorBody(chunk: Chunk | null, data: string): unknown {
  return chunk !== null && ('error' in chunk || isErrorBody(chunk)) ? chunk : { error: chunk ?? { message: data } };
}
