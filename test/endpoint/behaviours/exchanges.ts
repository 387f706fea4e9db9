import type { Exchange } from '../exchange';
import { event, EVENT_STREAM, events, JSON_LINES } from '../streams';
import {
  chunk,
  error,
  formatOf,
  good,
  limitOf,
  once,
  oneAtATime,
  openAi,
  stream,
  when,
  type Behaviour,
  type Play,
} from './behaviour';

/** Streams the correct answer, with these token counts. */
function counting(usage: Readonly<Record<string, number>>): Play {
  return stream((answer, exchange) => [
    ...events(exchange, { content: answer, finish: 'stop', promptTokens: null }).slice(0, -1),
    event({ choices: [], usage }),
    event('[DONE]'),
  ]);
}

/** Like vLLM, refuses a request if its prompt and its answer limit together exceed 4,096 tokens. */
const smallContext: Play = (exchange) => {
  const [prompt, limit] = [exchange.promptTokens, limitOf(exchange)];
  const message = `This model's maximum context length is 4096 tokens. However, you requested ${prompt + limit} tokens (${prompt} in the messages, ${limit} in the completion). Please reduce the length of the messages or completion.`;
  if (prompt + limit <= 4_096) return good(exchange);
  exchange.reply(400, { object: 'error', message, type: 'BadRequestError', param: null, code: 400 });
};

/** Like Groq, refuses a single request with more tokens than the account may use in a minute. */
const smallMinute: Play = (exchange) => {
  const requested = exchange.promptTokens + limitOf(exchange);
  const message = `Request too large for model \`m\` in organization \`o\` on tokens per minute (TPM): Limit 6000, Requested ${requested}, please reduce your message size and try again.`;
  if (requested <= 6_000) return good(exchange);
  exchange.reply(413, openAi(message, 'tokens', 'rate_limit_exceeded'));
};

function isFromBrowser({ request }: Exchange): boolean {
  return 'sec-fetch-mode' in request.headers;
}

/** Closes the connection without a response, as a proxy does after its time limit. */
const closing: Play = async (exchange) => {
  await exchange.pause(1_700);
  exchange.reset();
};

/**
 * Sends comments for half a second, and then the answer. For the fast clock (`fast-ports.ts`), half a second
 * is longer than the longest silence that the plugin accepts.
 */
const keptAlive: Play = async (exchange) => {
  exchange.response.writeHead(200, EVENT_STREAM);
  for (let comment = 0; comment < 12; comment += 1) {
    exchange.response.write(': keep-alive\n\n');
    await exchange.pause(40);
  }
  exchange.response.end(events(exchange, { content: exchange.answer, finish: 'stop' }).join(''));
};

/** Answers in prose instead of JSON, as a model of Ollama did when thinking was switched off. */
const formless: Play = (exchange) => {
  const line = (content: string, rest: object): string =>
    `${JSON.stringify({ model: 'm', message: { role: 'assistant', content }, ...rest })}\n`;
  const end = { done: true, done_reason: 'stop', prompt_eval_count: 836, eval_count: 9 };
  exchange.raw(200, line('This document is an agreement.', { done: false }) + line('', end), JSON_LINES);
};

type Item = { text: string; refs: number[] };

/**
 * Replaces each {@link Item} of the answer by a plain text with a citation at its end. `cite` makes the
 * citation from the number of the cited sentence.
 */
function citing(cite: (ref: number, index: number) => string): Play {
  return (exchange) => {
    const digest = JSON.parse(exchange.answer) as Record<string, Item[]>;
    for (const name of ['summary', 'actions', 'points'])
      Object.assign(digest, {
        [name]: digest[name]?.map(({ text, refs }, index) => text + cite(refs[0] ?? 0, index)),
      });
    exchange.send({ content: JSON.stringify(digest), finish: 'stop' });
  };
}

const noOptions = {
  detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'not permitted' }],
};

/** In most of these behaviours, the response depends on the request or on earlier requests. */
export const EXCHANGES = {
  'filter-in-one-passage': {
    as: 'deepseek',
    route: 'browser',
    call: 'digest',
    play: when(
      (exchange) => exchange.prompt.includes('Clause 107:'),
      error(400, openAi('Content Exists Risk', 'invalid_request_error', 'invalid_request_error')),
    ),
    outcome: 'answer',
    most: 12,
  },
  'cached-tokens-left-out': {
    route: 'browser',
    call: 'digest',
    pages: 3,
    play: counting({ prompt_tokens: 12, completion_tokens: 300, cache_read_input_tokens: 3_474 }),
    outcome: 'answer',
    most: 1,
  },
  'one-token-counted-of-a-long-document': {
    route: 'browser',
    call: 'digest',
    pages: 8,
    play: counting({ prompt_tokens: 2, completion_tokens: 300 }),
    outcome: 'answer',
    most: 3,
  },
  'grammar-in-500': {
    play: when(
      (exchange) => formatOf(exchange) === 'schema',
      error(500, openAi('Failed to initialize samplers: failed to parse grammar', 'server_error', 500)),
    ),
    outcome: 'answer',
    most: 2,
  },
  'origin-refused-with-401': {
    route: 'browser',
    play: when(
      isFromBrowser,
      error(401, {
        type: 'error',
        error: { type: 'authentication_error', message: 'CORS requests must set a special header' },
      }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'origin-refused-with-403': {
    route: 'browser',
    play: when(isFromBrowser, error(403, 'Forbidden')),
    outcome: 'answer',
    most: 2,
  },
  'context-below-limit-in-settings': {
    route: 'browser',
    settings: { contextTokens: 4_096 },
    play: smallContext,
    outcome: 'answer',
    most: 1,
  },
  'context-unknown-to-settings': { route: 'browser', play: smallContext, outcome: 'answer', most: 2 },
  'context-of-long-document': {
    route: 'browser',
    call: 'digest',
    pages: 6,
    settings: { contextTokens: 4_096 },
    play: smallContext,
    outcome: 'answer',
    most: 12,
  },
  'minute-of-long-document': {
    route: 'browser',
    call: 'digest',
    play: smallMinute,
    outcome: 'answer',
    most: 8,
  },
  'one-request-at-a-time': {
    as: 'zhipu',
    route: 'browser',
    call: 'digest',
    pages: 40,
    play: oneAtATime(
      error(429, { error: { code: '1302', message: '您当前使用该API的并发数过高，请降低并发。' } }),
    ),
    outcome: 'answer',
    most: 14,
  },
  'closed-after-work-in-browser': { route: 'browser', play: closing, outcome: 'llm-no-answer', most: 1 },
  'comments-before-answer': {
    route: 'browser',
    settings: { silenceSeconds: 30 },
    play: keptAlive,
    outcome: 'answer',
    most: 1,
  },
  'stream-options-refused': {
    route: 'browser',
    play: when(
      (exchange) => 'stream_options' in exchange.body,
      error(422, { object: 'error', message: noOptions, type: 'invalid_request_error', code: null }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'thinking-needs-stream': {
    play: when(
      (exchange) => exchange.body['stream'] !== true,
      error(400, openAi('enable thinking can not be support when `stream=False`.', 'invalid_request_error')),
    ),
    outcome: 'answer',
    most: 2,
  },
  'damaged-event-in-browser': {
    route: 'browser',
    play: once(
      stream((answer) => [chunk({ content: answer }), 'data: {"choices":[{"delta":{"content":"1,2\n\n']),
    ),
    outcome: 'answer',
    most: 2,
  },
  'form-ignored-without-thinking': {
    as: 'ollama',
    route: 'browser',
    play: when((exchange) => exchange.body['think'] === false, formless),
    outcome: 'answer',
    most: 2,
  },
  'citations-in-text': {
    play: citing((ref, index) => (index % 2 === 0 ? `【${ref}】` : `（[${ref}]）`)),
    outcome: 'answer',
    most: 1,
  },
  'page-image-asked-for': {
    call: 'page',
    play: (exchange) => {
      const content = 'Please provide the image you would like me to transcribe.';
      exchange.send({ content, finish: 'stop', promptTokens: 900 });
    },
    outcome: 'llm-no-vision',
    most: 1,
  },
  'page-image-asked-for-zh': {
    call: 'page',
    play: (exchange) => {
      const content = '请您提供需要转录的图片，我会为您识别其中的文字。';
      exchange.send({ content, finish: 'stop', promptTokens: 900 });
    },
    outcome: 'llm-no-vision',
    most: 1,
  },
  'page-image-not-supported-in-500': {
    call: 'page',
    play: error(
      500,
      openAi('image input is not supported - hint: you may need to provide the mmproj', 'server_error', 500),
    ),
    outcome: 'llm-no-vision',
    most: 1,
  },
  'page-in-special-tokens': {
    call: 'page',
    play: (exchange) => {
      exchange.send({ content: `<|begin_of_box|>${exchange.answer}<|end_of_box|>`, finish: 'stop' });
    },
    outcome: 'answer',
    most: 1,
  },
  'not-allowed-without-words': {
    play: error(403, { error: { type: 'forbidden', message: 'Request not allowed' } }),
    outcome: 'llm-forbidden',
    most: 1,
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
