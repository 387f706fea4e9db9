/** The client worker's main program: what speaks with endpoints, off the app's thread. */
import { causesOf } from '../../causes';
import { systemClock } from '../../clock';
import { Failure, toFailure } from '../../failure';
import { AppAnswerStore } from './answer-store';
import { CircuitBreakers } from '../../llm/circuit-breaker';
import { fetchHttp } from '../../llm/wire/fetch-http';
import type { HttpPort, HttpResponse } from '../../llm/wire/http';
import type { DeviceMemory, ModelPorts } from '../../llm/ports';
import { Awaited } from './awaited';
import { Calls } from './calls';
import type { Call, FailureRecord, FromClient, ToClient } from './protocol';

function post(message: FromClient): void {
  self.postMessage(message);
}

/** Thrown into a call whose page image the app could not make. */
class NoImage extends Failure {
  constructor() {
    super('unexpected');
    this.name = 'NoImage';
  }
}

function recordOf(thrown: unknown): FailureRecord {
  const { kind, passing, details } = toFailure(thrown);
  return { kind, passing, details, message: String(thrown), causes: causesOf(thrown) };
}

class Program {
  readonly #calls: Calls;
  readonly #breakers = new CircuitBreakers(systemClock);
  readonly #underWay = new Map<number, AbortController>();
  readonly #responses = new Awaited<HttpResponse>();
  readonly #images = new Awaited<Blob>();
  #lastRequest = 0;

  constructor({ memory, vault }: Extract<ToClient, { type: 'setup' }>) {
    this.#calls = new Calls({
      http: this.#http,
      model: this.#modelPorts(memory),
      store: new AppAnswerStore(vault),
      onTokens: (tokens) => post({ type: 'spent', tokens }),
    });
  }

  hear(message: ToClient): void {
    switch (message.type) {
      case 'call':
        void this.#make(message.call, message.asked);
        return;
      case 'cancel':
        this.#underWay.get(message.call)?.abort();
        this.#images.reject(message.call, new NoImage());
        return;
      case 'image':
        this.#images.resolve(message.call, message.jpeg);
        return;
      case 'no-image':
        this.#images.reject(message.call, new NoImage());
        return;
      case 'response':
        this.#responses.resolve(message.request, message.response);
        return;
      case 'no-response':
        this.#responses.reject(message.request, new Error(message.message));
        return;
      case 'forget-failures':
        this.#breakers.reset();
        return;
      case 'setup':
        throw new Error('The client was set up already.');
    }
  }

  async #make(call: number, asked: Call): Promise<void> {
    const cancelling = new AbortController();
    this.#underWay.set(call, cancelling);
    const events = {
      onWords: (words: number): void => post({ type: 'words', call, words }),
      image: (): Promise<Blob> => {
        post({ type: 'image-wanted', call });
        return this.#images.wait(call);
      },
    };
    try {
      post({ type: 'result', call, result: await this.#calls.make(asked, cancelling.signal, events) });
    } catch (thrown) {
      // Who has called it off waits for nothing.
      if (cancelling.signal.aborted) return;
      post(thrown instanceof NoImage ? { type: 'failed-without-image', call } : { type: 'failed', call, failure: recordOf(thrown) });
    } finally {
      this.#underWay.delete(call);
    }
  }

  readonly #http: HttpPort = ({ url, method, headers, body }) => {
    this.#lastRequest += 1;
    const request = this.#lastRequest;
    post({ type: 'request', request, asked: { url, method, headers, ...(body === undefined ? {} : { body }) } });
    return this.#responses.wait(request);
  };

  #modelPorts(remembered: Readonly<Record<string, unknown>>): ModelPorts {
    const values = new Map(Object.entries(remembered));
    const memory: DeviceMemory = {
      load: (key) => values.get(key),
      save: (key, value) => {
        values.set(key, value);
        post({ type: 'save', key, value });
      },
    };
    return {
      clock: systemClock,
      memory,
      breakers: this.#breakers,
      streaming: fetchHttp(self.fetch.bind(self)),
      // Not to be guessed by the author of a document.
      random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    };
  }
}

function serve(): void {
  let program: Program | undefined;
  self.addEventListener('message', ({ data: message }: MessageEvent<ToClient>) => {
    if (message.type === 'setup') program = new Program(message);
    else if (program === undefined) throw new Error('A call came before the setup.');
    else program.hear(message);
  });
  post({ type: 'ready' });
}

serve();
