import type { FailureKind } from '../../../src/failure';
import type { Endpoint } from '../../../src/llm/endpoint';
import type { EndpointId } from '../../../src/llm/presets/presets';
import type { Exchange } from '../exchange';
import { event, EVENT_STREAM } from '../streams';

/** Responds to one request of a call. */
export type Play = (exchange: Exchange) => void | Promise<void>;

/** Responses of an endpoint, as users of other apps have reported them, and the right outcome of a call. */
export interface Behaviour {
  /** The imitated vendor; `custom` by default. */
  readonly as?: EndpointId;
  /** Changes to the settings of the preset. */
  readonly settings?: Partial<Endpoint>;
  /**
   * If given, requests are first sent by the browser's `fetch`, and by the app's request function if they get
   * no response. By default, they are sent only by the app's request function.
   */
  readonly route?: 'browser';
  /**
   * What is requested. `page`: the text of a page image. `digest`: a whole digest. By default, a draft for a
   * short document.
   */
  readonly call?: 'page' | 'digest';
  /** The number of pages of the document, for digests; 12 by default. */
  readonly pages?: number;
  readonly play: Play;
  /** The allowed kinds of failure, or `answer` when the call must succeed. */
  readonly outcome: FailureKind | readonly FailureKind[] | 'answer';
  /** The largest number of requests for one call. */
  readonly most: number;
}

type Headers = Readonly<Record<string, string>>;

/** Responds to every request with this error. A body that is not a text is sent as JSON. */
export function error(status: number, body: unknown, headers: Headers = {}): Play {
  return (exchange) => {
    if (typeof body === 'string') exchange.raw(status, body, { 'content-type': typeOf(body), ...headers });
    else exchange.reply(status, body, headers);
  };
}

function typeOf(body: string): string {
  return body.startsWith('<') ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
}

/** Responds to every request with a correct answer. */
export const good: Play = (exchange) => {
  exchange.send({ content: exchange.answer, finish: 'stop' });
};

/** Responds with `first` to the first `count` requests, and with `then` to the others. */
export function once(first: Play, then: Play = good, count = 1): Play {
  return (exchange) => (exchange.number <= count ? first(exchange) : then(exchange));
}

/** Responds with `refusal` if the request meets the condition, and with `then` otherwise. */
export function when(condition: (exchange: Exchange) => boolean, refusal: Play, then: Play = good): Play {
  return (exchange) => (condition(exchange) ? refusal(exchange) : then(exchange));
}

/** While one request is answered, responds with `refusal` to all others, as some accounts and servers do. */
export function oneAtATime(refusal: Play): Play {
  let running = 0;
  return async (exchange) => {
    if (running > 0) {
      await refusal(exchange);
      return;
    }
    running += 1;
    await exchange.pause(30);
    running -= 1;
    await good(exchange);
  };
}

/** Returns an error in OpenAI's form. */
export function openAi(
  message: unknown,
  type: string | null = null,
  code: string | number | null = null,
): unknown {
  return { error: { message, type, param: null, code } };
}

/** Returns the form of answer that a request asks for. */
export function formatOf({ body }: Exchange): 'schema' | 'json' | 'none' {
  const format = body['response_format'] ?? body['format'];
  if (format === undefined) return 'none';
  const isJson =
    format === 'json' ||
    (typeof format === 'object' && format !== null && 'type' in format && format.type === 'json_object');
  return isJson ? 'json' : 'schema';
}

/** Returns the maximum number of tokens in the answer; 0 for no maximum. */
export function limitOf({ body }: Exchange): number {
  return Number(body['max_tokens'] ?? body['max_completion_tokens'] ?? 0);
}

/** Returns one event of OpenAI's stream. */
export function chunk(delta: unknown, finish: string | null = null): string {
  return event({ object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] });
}

/** Responds with the events that `make` returns for the correct answer. */
export function stream(make: (answer: string, exchange: Exchange) => readonly string[]): Play {
  return (exchange) => {
    exchange.raw(200, make(exchange.answer, exchange).join(''), EVENT_STREAM);
  };
}
