import type { Exchange } from './exchange';

/** Answers as streams of events, asked for or not. */
export type StreamFault = 'stream' | 'only-stream' | 'cut-stream' | 'stream-error' | 'stream-error-midway' | 'stream-without-done';

const CHUNK = 40;

function event(data: unknown, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** The events of the honest answer, the last with the finish reason, then the usage. */
function eventsOf(exchange: Exchange): readonly string[] {
  const chunk = (delta: unknown, finish: string | null): string =>
    event({ object: 'chat.completion.chunk', model: exchange.body['model'], choices: [{ index: 0, delta, finish_reason: finish }] });
  const text = exchange.answer;
  const pieces = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) => text.slice(index * CHUNK, (index + 1) * CHUNK));
  const prompt = exchange.promptTokens;
  const usage = { prompt_tokens: prompt, completion_tokens: pieces.length, total_tokens: prompt + pieces.length };
  return [
    ': keep-alive\n\n',
    chunk({ role: 'assistant', content: '' }, null),
    ...pieces.map((content) => chunk({ content }, null)),
    chunk({}, 'stop'),
    event({ object: 'chat.completion.chunk', model: exchange.body['model'], choices: [], usage }),
  ];
}

function streaming(make: (events: readonly string[]) => readonly string[]): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    for (const text of make(eventsOf(exchange))) exchange.response.write(text);
    exchange.response.end();
  };
}

export const streamWhole = streaming((events) => [...events, event('[DONE]')]);

export const STREAM_FAULTS: Readonly<Record<StreamFault, (exchange: Exchange) => void>> = {
  stream: streamWhole,
  'only-stream': (exchange) => {
    if (exchange.body['stream'] === true) streamWhole(exchange);
    else {
      const message = 'This model only support stream mode, please enable the stream parameter to access the model. ';
      exchange.reply(400, { error: { code: 'invalid_parameter_error', message, type: 'invalid_request_error' } });
    }
  },
  'cut-stream': streaming((events) => [...events.slice(0, events.length / 2), 'data: {"choices":[{"del']),
  'stream-error': streaming(() => [event({ error: { message: 'The input exceeds the context length of 4096 tokens.' } }, 'error')]),
  'stream-error-midway': streaming((events) => [
    ...events.slice(0, events.length / 2),
    event({ error: { code: 502, message: 'Provider disconnected unexpectedly' }, choices: [{ delta: { content: '' }, finish_reason: 'error' }] }),
  ]),
  'stream-without-done': streaming((events) => events),
};
