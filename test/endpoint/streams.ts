import type { Exchange, Said } from './exchange';

const CHUNK = 40;

/** One server-sent event. */
export function event(data: unknown, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** What is said, in the pieces of OpenAI's stream: the words, then the finish reason, then the usage. */
export function events(exchange: Exchange, said: Said): readonly string[] {
  const model = exchange.body['model'];
  const chunk = (delta: unknown, finish: string | null): string =>
    event({ object: 'chat.completion.chunk', model, choices: [{ index: 0, delta, finish_reason: finish }] });
  const words = pieces(said.content ?? '');
  const prompt = said.promptTokens ?? exchange.promptTokens;
  const usage = { prompt_tokens: prompt, completion_tokens: words.length, total_tokens: prompt + words.length };
  return [
    ': keep-alive\n\n',
    chunk({ role: 'assistant', content: '' }, null),
    ...pieces(said.reasoning ?? '').map((reasoning_content) => chunk({ reasoning_content }, null)),
    ...words.map((content) => chunk({ content }, null)),
    ...(said.refusal === undefined ? [] : [chunk({ refusal: said.refusal }, null)]),
    ...(said.finish === null ? [] : [chunk({}, said.finish)]),
    ...(said.promptTokens === null ? [] : [event({ object: 'chat.completion.chunk', model, choices: [], usage })]),
    event('[DONE]'),
  ];
}

/** What is said, in the lines of Ollama's own stream. */
export function ollamaLines(exchange: Exchange, said: Said): readonly string[] {
  const model = exchange.body['model'];
  const line = (value: Record<string, unknown>): string => `${JSON.stringify({ model, ...value })}\n`;
  const prompt = said.promptTokens ?? exchange.promptTokens;
  const counts = said.promptTokens === null ? {} : { prompt_eval_count: prompt, eval_count: pieces(said.content ?? '').length };
  const end = { message: { role: 'assistant', content: '' }, done: true, done_reason: said.finish, ...counts };
  return [
    ...pieces(said.reasoning ?? '').map((thinking) => line({ message: { role: 'assistant', content: '', thinking }, done: false })),
    ...pieces(said.content ?? '').map((content) => line({ message: { role: 'assistant', content }, done: false })),
    ...(said.finish === null ? [] : [line(end)]),
  ];
}

/** Whether the request asks for a stream, and whether in Ollama's own form. */
export function streamForm(exchange: Exchange): 'events' | 'lines' | 'none' {
  const isOllama = exchange.request.path.endsWith('/api/chat');
  if (exchange.body['stream'] === true) return isOllama ? 'lines' : 'events';
  return 'none';
}

export const EVENT_STREAM = { 'content-type': 'text/event-stream; charset=utf-8' };
export const JSON_LINES = { 'content-type': 'application/x-ndjson' };

function pieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) => text.slice(index * CHUNK, (index + 1) * CHUNK));
}
