import { asRecord } from './errors';

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

/** True for a body that is a stream of events, whatever was asked for. */
export function isEventStream(contentType: string, text: string): boolean {
  return /^text\/event-stream\b/i.test(contentType) || /^\s*(data|event): ?\S/.test(text);
}

/**
 * The body that the endpoint would have sent in one piece: the completion put together out of its chunks, or the
 * error that came instead, also in the middle. Without a finish reason when the stream was cut.
 */
export function bodyOfStream(text: string): unknown {
  const whole = { content: '', refusal: '', thoughts: '', finish: undefined as unknown, model: undefined as unknown, usage: undefined as unknown };
  for (const { event, data } of readEvents(text)) {
    if (data.trim() === '[DONE]') break;
    const chunk = asRecord(parse(data));
    if (event === 'error' || (chunk?.['error'] !== undefined && chunk['error'] !== null)) return errorBody(chunk, data);
    if (chunk === null) continue;
    const choices = chunk['choices'];
    const choice = asRecord(Array.isArray(choices) ? choices[0] : undefined);
    const delta = asRecord(choice?.['delta']) ?? asRecord(choice?.['message']);
    if (typeof delta?.['content'] === 'string') whole.content += delta['content'];
    if (typeof delta?.['refusal'] === 'string') whole.refusal += delta['refusal'];
    const thought = delta?.['reasoning_content'] ?? delta?.['reasoning'];
    if (typeof thought === 'string') whole.thoughts += thought;
    whole.finish = choice?.['finish_reason'] ?? whole.finish;
    whole.model = chunk['model'] ?? whole.model;
    whole.usage = chunk['usage'] ?? whole.usage;
  }
  const message = { content: whole.content, refusal: whole.refusal, reasoning_content: whole.thoughts };
  return { model: whole.model, choices: [{ message, finish_reason: whole.finish }], usage: whole.usage };
}

function errorBody(chunk: Readonly<Record<string, unknown>> | null, data: string): unknown {
  return chunk !== null && 'error' in chunk ? chunk : { error: chunk ?? { message: data } };
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
