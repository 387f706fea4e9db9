import type { Exchange, AnswerSpec } from './exchange';

const CHUNK = 40;

/** One server-sent event. */
export function event(data: unknown, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** Returns an answer as events of OpenAI's stream: the content, then the finish reason, then the usage. */
export function events(exchange: Exchange, spec: AnswerSpec): readonly string[] {
  const model = exchange.body['model'];
  const chunk = (delta: unknown, finish: string | null): string =>
    event({ object: 'chat.completion.chunk', model, choices: [{ index: 0, delta, finish_reason: finish }] });
  const words = pieces(spec.content ?? '');
  const prompt = spec.promptTokens ?? exchange.promptTokens;
  const usage = {
    prompt_tokens: prompt,
    completion_tokens: words.length,
    total_tokens: prompt + words.length,
  };
  return [
    ': keep-alive\n\n',
    chunk({ role: 'assistant', content: '' }, null),
    ...pieces(spec.reasoning ?? '').map((reasoning_content) => chunk({ reasoning_content }, null)),
    ...words.map((content) => chunk({ content }, null)),
    ...(spec.refusal === undefined ? [] : [chunk({ refusal: spec.refusal }, null)]),
    ...(spec.finish === null ? [] : [chunk({}, spec.finish)]),
    ...(spec.promptTokens === null
      ? []
      : [event({ object: 'chat.completion.chunk', model, choices: [], usage })]),
    event('[DONE]'),
  ];
}

/** Returns an answer as lines of Ollama's stream. */
export function ollamaLines(exchange: Exchange, spec: AnswerSpec): readonly string[] {
  const model = exchange.body['model'];
  const line = (value: Record<string, unknown>): string => `${JSON.stringify({ model, ...value })}\n`;
  const prompt = spec.promptTokens ?? exchange.promptTokens;
  const counts =
    spec.promptTokens === null
      ? {}
      : { prompt_eval_count: prompt, eval_count: pieces(spec.content ?? '').length };
  const end = {
    message: { role: 'assistant', content: '' },
    done: true,
    done_reason: spec.finish,
    ...counts,
  };
  return [
    ...pieces(spec.reasoning ?? '').map((thinking) =>
      line({ message: { role: 'assistant', content: '', thinking }, done: false }),
    ),
    ...pieces(spec.content ?? '').map((content) =>
      line({ message: { role: 'assistant', content }, done: false }),
    ),
    ...(spec.finish === null ? [] : [line(end)]),
  ];
}

/**
 * Returns which kind of stream a request asks for: events of OpenAI, messages of Anthropic, lines of Ollama,
 * or none.
 */
export function streamForm(exchange: Exchange): 'events' | 'messages' | 'lines' | 'none' {
  if (exchange.body['stream'] !== true) return 'none';
  const { path } = exchange.request;
  return path.endsWith('/api/chat') ? 'lines' : path.endsWith('/messages') ? 'messages' : 'events';
}

export const EVENT_STREAM = { 'content-type': 'text/event-stream; charset=utf-8' };
export const JSON_LINES = { 'content-type': 'application/x-ndjson' };

/** Cuts a text into the pieces of a stream. */
export function pieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
