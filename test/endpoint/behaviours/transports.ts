import { event, EVENT_STREAM, events } from '../streams';
import { chunk, error, once, stream, when, type Behaviour } from './behaviour';

/** Behaviours of Cloudflare, nginx, connections and streams. */
export const TRANSPORTS = {
  'cloudflare-1020': { play: error(403, 'error code: 1020'), outcome: 'llm-forbidden', most: 1 },
  'cloudflare-challenge': {
    play: error(
      403,
      '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>',
    ),
    outcome: ['llm-not-an-api', 'llm-forbidden'],
    most: 1,
  },
  'cloudflare-tunnel': {
    play: error(530, 'error code: 1033'),
    outcome: ['llm-server', 'llm-unreachable'],
    most: 4,
  },
  'nginx-413': {
    call: 'digest',
    play: when(
      (exchange) => JSON.stringify(exchange.body).length > 30_000,
      error(
        413,
        '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>',
      ),
    ),
    outcome: 'answer',
    most: 12,
  },
  'nginx-502-once': {
    play: once(
      error(
        502,
        '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>',
      ),
    ),
    outcome: 'answer',
    most: 2,
  },
  'stream-thinking-parts': {
    route: 'browser',
    play: stream((answer) => [
      chunk({
        role: 'assistant',
        content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Okay, the document is' }] }],
      }),
      chunk({ content: [{ type: 'text', text: answer.slice(0, 100) }] }),
      chunk({ content: answer.slice(100) }),
      chunk({}, 'stop'),
      event('[DONE]'),
    ]),
    outcome: 'answer',
    most: 1,
  },
  'stream-null-choices': {
    route: 'browser',
    play: stream((answer) => [
      chunk({ role: 'assistant', content: null }),
      chunk({ content: answer }),
      chunk({}, 'stop'),
      event({ choices: null, usage: { prompt_tokens: 800, completion_tokens: 90 } }),
      event('[DONE]'),
    ]),
    outcome: 'answer',
    most: 1,
  },
  'stream-with-crlf': {
    route: 'browser',
    play: stream((answer, exchange) =>
      events(exchange, { content: answer, finish: 'stop' }).map((one) => one.replaceAll('\n', '\r\n')),
    ),
    outcome: 'answer',
    most: 1,
  },
  'stream-reset-halfway': {
    route: 'browser',
    play: once(async (exchange) => {
      exchange.response.writeHead(200, EVENT_STREAM);
      exchange.response.write(chunk({ role: 'assistant', content: exchange.answer.slice(0, 120) }));
      await exchange.pause(50);
      exchange.reset();
    }),
    outcome: 'answer',
    most: 2,
  },
  'browser-origin-403-json': {
    route: 'browser',
    play: when(
      (exchange) => exchange.request.headers['sec-fetch-mode'] !== undefined,
      error(403, { error: 'origin not allowed' }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'stream-open-after-end': {
    route: 'browser',
    settings: { silenceSeconds: 30 },
    play: async (exchange) => {
      exchange.response.writeHead(200, EVENT_STREAM);
      exchange.response.write(events(exchange, { content: exchange.answer, finish: 'stop' }).join(''));
      await exchange.pause(2_000);
      exchange.response.end();
    },
    outcome: 'answer',
    most: 1,
  },
  'stream-open-after-reason': {
    route: 'browser',
    settings: { silenceSeconds: 60 },
    play: async (exchange) => {
      const all = events(exchange, { content: exchange.answer, finish: 'stop' });
      exchange.response.writeHead(200, EVENT_STREAM);
      exchange.response.write(all.slice(0, -1).join(''));
      await exchange.pause(2_000);
      exchange.response.end();
    },
    outcome: 'answer',
    most: 1,
  },
  'stream-always-aborted': {
    route: 'browser',
    play: stream((answer) => [chunk({ content: answer.slice(0, 100) }), chunk({}, 'abort'), event('[DONE]')]),
    outcome: 'llm-server',
    most: 2,
  },
  'stream-of-comments-only': {
    route: 'browser',
    play: (exchange) => exchange.raw(200, ': PROCESSING\n\n'.repeat(20), EVENT_STREAM),
    outcome: 'llm-server',
    most: 2,
  },
  'page-refuses-origin': {
    route: 'browser',
    play: when(
      ({ request }) => 'sec-fetch-mode' in request.headers,
      error(403, '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body></body>\r\n</html>'),
    ),
    outcome: 'answer',
    most: 2,
  },
  'timeout-as-408': {
    play: error(408, { error: { code: 'Timeout', message: 'The operation was timeout.' } }),
    outcome: 'llm-no-answer',
    most: 1,
  },
  'stream-aborted-by-engine': {
    route: 'browser',
    play: once(
      stream((answer) => [chunk({ content: answer.slice(0, 100) }), chunk({}, 'abort'), event('[DONE]')]),
    ),
    outcome: 'answer',
    most: 2,
  },
  'network-sign-in': {
    play: error(511, '<html><head><title>Network Authentication Required</title></head></html>'),
    outcome: 'llm-unreachable',
    most: 1,
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
