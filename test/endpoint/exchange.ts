import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerTo, type Answers, type Asked } from './answers';
import { wordsOf } from './page-images';
import type { Profile } from './profiles';
import { EVENT_STREAM, events, JSON_LINES, ollamaLines, streamForm } from './streams';

/** A request as the server saw it. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
  /** The page images in it, as base64. */
  readonly images: readonly string[];
  readonly asked: Asked;
}

/** What a completion says, before it is put into the API's form. */
export interface Said {
  readonly content: string | null;
  readonly finish: string | null;
  readonly refusal?: string;
  readonly reasoning?: string;
  /** Prompt tokens to report instead of a fair count; null to report no usage. */
  readonly promptTokens?: number | null;
}

/** What vision models count for the smallest image of a page, about. */
const TOKENS_OF_IMAGE = 250;

/** One request being answered. */
export class Exchange {
  constructor(
    readonly profile: Profile,
    readonly request: RecordedRequest,
    readonly incoming: IncomingMessage,
    readonly response: ServerResponse,
    readonly ended: AbortSignal,
    private readonly pageText: string,
    private readonly answers: Answers,
  ) {}

  get body(): Readonly<Record<string, unknown>> {
    const body = this.request.body;
    return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  }

  /** Everything the user said in the messages. */
  get prompt(): string {
    const messages: readonly unknown[] = Array.isArray(this.body['messages']) ? this.body['messages'] : [];
    return messages.filter(isUserMessage).map((message) => wordsOf(message.content)).join('\n');
  }

  get apiKey(): string {
    return (this.request.headers['authorization'] ?? '').replace(/^Bearer /, '');
  }

  /** An honest answer: the text of the page that was shown, else what was asked for as JSON. */
  get answer(): string {
    const { asked } = this.request;
    return asked === 'page' ? this.pageText : answerTo(asked, this.prompt, this.answers);
  }

  /** A fair count: 0.7 tokens a Han character, one for four others, and what an image of a page costs. */
  get promptTokens(): number {
    const text = JSON.stringify(this.body['messages'] ?? '');
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const images = this.request.images.length * TOKENS_OF_IMAGE;
    return images + Math.ceil(han * 0.7 + (text.length - han) / 4);
  }

  /** Says it in the form that was asked for: whole, or as a stream. */
  say(said: Said): void {
    switch (streamForm(this)) {
      case 'none':
        this.reply(200, this.profile.completion(this, said));
        return;
      case 'events':
        this.raw(200, events(this, said).join(''), EVENT_STREAM);
        return;
      case 'lines':
        this.raw(200, ollamaLines(this, said).join(''), JSON_LINES);
    }
  }

  reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
    this.raw(status, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8', ...headers });
  }

  raw(status: number, body: string | Uint8Array, headers: Readonly<Record<string, string>>): void {
    this.response.writeHead(status, headers).end(body);
  }

  /** Closes the connection as a crashing server does. */
  reset(): void {
    this.incoming.socket.resetAndDestroy();
  }

  /** Waits, or until the client has gone or the server is being closed. */
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
  return typeof message === 'object' && message !== null && 'role' in message && message.role === 'user' && 'content' in message;
}
