import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerTo, type Answers, type RequestKind } from './answers';
import { wordsOf } from './page-images';
import type { Profile } from './profiles';
import { messageEvents } from './anthropic';
import { EVENT_STREAM, events, JSON_LINES, ollamaLines, streamForm } from './streams';

/** A request that the server received. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** The query with its question mark; empty when there is none. */
  readonly query: string;
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON, or the text when it is not JSON. */
  readonly body: unknown;
  /** The page images in the body, as base64. */
  readonly images: readonly string[];
  readonly requestKind: RequestKind;
}

/** What an answer contains. {@link Exchange.send} converts it to the form of the API. */
export interface AnswerSpec {
  readonly content: string | null;
  readonly finish: string | null;
  readonly refusal?: string;
  readonly reasoning?: string;
  /**
   * The number of prompt tokens to report; null to report none. By default, a realistic number is reported.
   */
  readonly promptTokens?: number | null;
}

/** Tokens that vision models count for a small page image. */
const TOKENS_OF_IMAGE = 250;

/** A request, and the functions that respond to it. */
export class Exchange {
  constructor(
    readonly profile: Profile,
    readonly request: RecordedRequest,
    readonly incoming: IncomingMessage,
    readonly response: ServerResponse,
    readonly ended: AbortSignal,
    /** The number of this request among all requests for answers, from 1. */
    readonly number: number,
    private readonly pageText: string,
    private readonly answers: Answers,
  ) {}

  /** True when the body of the response reports an error, even with status 200. */
  reportsError = false;

  get body(): Readonly<Record<string, unknown>> {
    const body = this.request.body;
    return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  }

  /** The text of all user messages. */
  get prompt(): string {
    const messages: readonly unknown[] = Array.isArray(this.body['messages']) ? this.body['messages'] : [];
    return messages
      .filter(isUserMessage)
      .map((message) => wordsOf(message.content))
      .join('\n');
  }

  get apiKey(): string {
    return (this.request.headers[this.profile.keyHeader] ?? '').replace(/^Bearer /, '');
  }

  /** A correct answer: the text of the page image, or JSON in the requested form. */
  get answer(): string {
    const { requestKind } = this.request;
    return requestKind === 'page' ? this.pageText : answerTo(requestKind, this.prompt, this.answers);
  }

  /**
   * A realistic number of tokens: 0.7 for each Han character, a quarter for each other character, and
   * {@link TOKENS_OF_IMAGE} for each page image.
   */
  get promptTokens(): number {
    const text = JSON.stringify([this.body['system'] ?? '', this.body['messages'] ?? '']);
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const images = this.request.images.length * TOKENS_OF_IMAGE;
    return images + Math.ceil(han * 0.7 + (text.length - han) / 4);
  }

  /** Sends the answer as a whole or as a stream, whichever the request asks for. */
  send(spec: AnswerSpec): void {
    switch (streamForm(this)) {
      case 'none':
        this.reply(200, this.profile.completion(this, spec));
        return;
      case 'events':
        this.raw(200, events(this, spec).join(''), EVENT_STREAM);
        return;
      case 'messages':
        this.raw(200, messageEvents(this, spec).join(''), EVENT_STREAM);
        return;
      case 'lines':
        this.raw(200, ollamaLines(this, spec).join(''), JSON_LINES);
    }
  }

  reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
    this.raw(status, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8', ...headers });
  }

  raw(status: number, body: string | Uint8Array, headers: Readonly<Record<string, string>>): void {
    this.reportsError = typeof body === 'string' && /^(event: error|\s*\{"error")/.test(body);
    this.response.writeHead(status, headers).end(body);
  }

  /** Resets the connection, like a server that crashes. */
  reset(): void {
    this.incoming.socket.resetAndDestroy();
  }

  /** Waits for `ms` milliseconds, or until the client disconnects or the server is closed. */
  async pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.ended.removeEventListener('abort', stop);
        this.response.removeListener('close', stop);
        resolve();
      };
      const timer = setTimeout(stop, ms);
      this.ended.addEventListener('abort', stop, { once: true });
      this.response.once('close', stop);
    });
  }
}

function isUserMessage(message: unknown): message is { role: 'user'; content: unknown } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'role' in message &&
    message.role === 'user' &&
    'content' in message
  );
}
