import { messageEvents } from './anthropic';
import type { Exchange } from './exchange';
import { event, EVENT_STREAM, events, JSON_LINES, ollamaLines, streamForm } from './streams';

/**
 * Faults of streamed responses. Most of these responses are streams even if the request did not ask for one.
 */
export type StreamFault =
  | 'stream'
  | 'only-stream'
  | 'no-stream'
  | 'cut-stream'
  | 'stream-error'
  | 'joined-chunks'
  | 'joined-events'
  | 'lost-event'
  | 'stream-error-midway'
  | 'stream-without-blanks'
  | 'stream-with-ids'
  | 'stream-of-parts'
  | 'stream-of-tool'
  | 'whole-as-stream'
  | 'only-keep-alive'
  | 'stream-without-done'
  | 'slow-stream'
  | 'reset-in-stream';

/** Returns the pieces of the correct answer, in the form of stream that was requested. */
function honest(exchange: Exchange): readonly string[] {
  const spec = { content: exchange.answer, finish: 'stop' };
  const form = streamForm(exchange);
  if (form === 'messages') return messageEvents(exchange, spec);
  return form === 'lines' ? ollamaLines(exchange, spec) : events(exchange, spec);
}

function begin(exchange: Exchange): void {
  exchange.response.writeHead(200, streamForm(exchange) === 'lines' ? JSON_LINES : EVENT_STREAM);
}

function streaming(make: (pieces: readonly string[]) => readonly string[]): (exchange: Exchange) => void {
  return (exchange) => {
    begin(exchange);
    for (const text of make(honest(exchange))) exchange.response.write(text);
    exchange.response.end();
  };
}

async function dripping(exchange: Exchange, pieces: readonly string[], ms: number): Promise<void> {
  begin(exchange);
  for (const piece of pieces) {
    if (exchange.ended.aborted || exchange.response.destroyed) return;
    exchange.response.write(piece);
    await exchange.pause(ms);
  }
}

/** Joins neighbouring pieces, so that at most `groups` pieces are left. */
function inGroups(pieces: readonly string[], groups: number): readonly string[] {
  const size = Math.ceil(pieces.length / groups);
  return Array.from({ length: groups }, (_, group) =>
    pieces.slice(group * size, (group + 1) * size).join(''),
  ).filter((piece) => piece !== '');
}

function firstHalf(pieces: readonly string[]): readonly string[] {
  return pieces.slice(0, pieces.length / 2);
}

/** Puts the data of the third and fourth event on one line. */
function joined(pieces: readonly string[], between: string): readonly string[] {
  const [third = '', fourth = ''] = pieces.slice(2, 4);
  return [
    ...pieces.slice(0, 2),
    third.trimEnd() + between + fourth.replace(/^data: /, ''),
    ...pieces.slice(4),
  ];
}

/** Streams the correct answer in OpenAI's form, with the deltas that `make` returns. */
function deltas(make: (digest: readonly string[]) => readonly unknown[]): (exchange: Exchange) => void {
  return (exchange) => {
    const digestPieces = exchange.answer.match(/.{1,40}/gsu) ?? [];
    const chunks = make(digestPieces).map((delta) =>
      event({ choices: [{ index: 0, delta, finish_reason: null }] }),
    );
    const usage = { prompt_tokens: exchange.promptTokens, completion_tokens: digestPieces.length };
    const end = event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage });
    // The last chunk has an empty finish reason, which must not replace `stop`.
    exchange.raw(
      200,
      [...chunks, end, event({ choices: [{ index: 0, delta: {}, finish_reason: '' }] })].join(''),
      EVENT_STREAM,
    );
  };
}

function refuse(exchange: Exchange, message: string): void {
  exchange.reply(400, { error: { code: 'invalid_parameter_error', message, type: 'invalid_request_error' } });
}

export const STREAM_FAULTS: Readonly<Record<StreamFault, (exchange: Exchange) => void | Promise<void>>> = {
  stream: streaming((pieces) => pieces),
  'only-stream': (exchange) => {
    if (streamForm(exchange) === 'none')
      refuse(
        exchange,
        'This model only support stream mode, please enable the stream parameter to access the model. ',
      );
    else exchange.send({ content: exchange.answer, finish: 'stop' });
  },
  'no-stream': (exchange) => {
    if (streamForm(exchange) !== 'none')
      refuse(exchange, 'Unsupported parameter: stream is not supported by this gateway.');
    else exchange.send({ content: exchange.answer, finish: 'stop' });
  },
  'cut-stream': streaming((pieces) => [...firstHalf(pieces), 'data: {"choices":[{"del']),
  'stream-error': (exchange) => {
    const error = 'The input exceeds the context length of 4096 tokens.';
    begin(exchange);
    exchange.response.end(
      streamForm(exchange) === 'lines'
        ? `${JSON.stringify({ error })}\n`
        : event({ error: { message: error } }, 'error'),
    );
  },
  'stream-error-midway': streaming((pieces) => [
    ...firstHalf(pieces),
    event({
      error: { code: 502, message: 'Provider disconnected unexpectedly' },
      choices: [{ delta: { content: '' }, finish_reason: 'error' }],
    }),
  ]),
  'joined-chunks': streaming((pieces) => joined(pieces, '')),
  'joined-events': streaming((pieces) => joined(pieces, 'data: ')),
  'lost-event': (exchange) => {
    const pieces = honest(exchange);
    begin(exchange);
    const damaged = pieces.map((piece, index) =>
      index === 4 ? 'data: {"choices":[{"delta":{"con\n\n' : piece,
    );
    for (const text of streamForm(exchange) === 'none' ? damaged : pieces) exchange.response.write(text);
    exchange.response.end();
  },
  'stream-without-done': streaming((pieces) => pieces.filter((piece) => piece !== event('[DONE]'))),
  // Some proxies remove the blank lines between events. Then each line is an event.
  'stream-without-blanks': streaming((pieces) => [`${pieces.join('').replaceAll('\n\n', '\n')}\n`]),
  'stream-with-ids': streaming((pieces) => [
    'retry: 3000\n',
    ...pieces.map((piece, index) => `id: ${index}\n${piece}`),
  ]),
  'stream-of-parts': deltas((digest) => digest.map((text) => ({ content: [{ type: 'text', text }] }))),
  'stream-of-tool': deltas((digest) =>
    digest.map((text) => ({ tool_calls: [{ index: 0, function: { arguments: text } }] })),
  ),
  'whole-as-stream': (exchange) => {
    exchange.raw(
      200,
      JSON.stringify(exchange.profile.completion(exchange, { content: exchange.answer, finish: 'stop' })),
      EVENT_STREAM,
    );
  },
  'only-keep-alive': (exchange) => {
    exchange.raw(200, ': ping\n\n: ping\n\n', EVENT_STREAM);
  },
  'slow-stream': async (exchange) => {
    await dripping(exchange, inGroups(honest(exchange), 20), 150);
    exchange.response.end();
  },
  'reset-in-stream': async (exchange) => {
    await dripping(exchange, firstHalf(honest(exchange)), 1);
    exchange.reset();
  },
};
