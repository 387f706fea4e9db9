import { Failure } from '../failure';
import type { ChatApi, ChatCall, OnPiece } from './chat';
import { CircuitBreakers } from './circuit-breaker';
import type { Completion } from './completion';
import { checkEndpoint, checkModel, hostOf, type Endpoint } from './endpoint';
import { EndpointRefusal } from './errors';
import type { HttpPort } from './http';
import { Knowledge, type AnswerForm } from './knowledge';
import type { OnWords } from './model';
import { ollamaChat } from './ollama-chat';
import { openAiChat } from './openai-chat';
import type { ModelPorts } from './ports';
import { preferStream } from './prefer-stream';
import type { Wire } from './preset';
import { PRESETS } from './presets';
import type { ChatMessage } from './prompt';
import { ReceivedWords } from './received-words';
import { Route } from './routes';
import { WIRES } from './wires';

/** Requests that are spent on finding out what an endpoint takes, for one call. */
const MAX_STEPS_DOWN = 6;

/** The API of an endpoint, by its wire. */
export function chatApi(endpoint: Endpoint, wire: Wire, http: HttpPort, ports: ModelPorts): ChatApi {
  return wire.api === 'ollama' ? ollamaChat(endpoint, wire, http, ports.clock) : openAiChat(endpoint, wire, http, ports.clock);
}

function wordsOf(onWords: OnWords): OnPiece {
  const received = new ReceivedWords();
  return (piece) => onWords(received.take(piece));
}

/** One endpoint and model, and what is known of them. */
export class Session {
  readonly #endpoint: Endpoint;
  readonly #wire: Wire;
  readonly #http: HttpPort;
  readonly #breakers: CircuitBreakers;
  readonly ports: ModelPorts;
  readonly knowledge: Knowledge;
  #api: ChatApi | undefined;

  /** `answers`: what is asked for, JSON as firmly as the endpoint can hold a model to it, or plain text. */
  constructor(endpoint: Endpoint, http: HttpPort, ports: ModelPorts, answers: AnswerForm = 'json') {
    this.#endpoint = endpoint;
    this.#wire = WIRES[endpoint.provider];
    this.#http = http;
    this.#breakers = ports.breakers ?? new CircuitBreakers(ports.clock);
    this.ports = ports;
    this.knowledge = new Knowledge(endpoint, this.#wire, ports.clock, ports.memory, answers);
  }

  get endpoint(): Endpoint {
    return this.#endpoint;
  }

  /**
   * Runs one call of as many requests as it needs, unless the endpoint's circuit is open, and tells the breaker how
   * it ended.
   */
  async guarded<T>(call: () => Promise<T>): Promise<T> {
    this.#breakers.check(this.#endpoint);
    try {
      const result = await call();
      this.#breakers.succeeded(this.#endpoint);
      return result;
    } catch (thrown) {
      if (thrown instanceof Failure) this.#breakers.failed(this.#endpoint, thrown);
      throw thrown;
    }
  }

  /**
   * One completion, without retries; goes down the ladder when the endpoint refuses the form that was asked for.
   * @param onWords called with the words of the answer so far, where they can be seen
   */
  async send(
    messages: readonly ChatMessage[],
    maxOutputTokens: number,
    schema: ChatCall['schema'],
    signal: AbortSignal,
    onWords?: OnWords,
  ): Promise<Completion> {
    for (let step = 0; ; step += 1) {
      const asked = this.knowledge.capabilities;
      try {
        return await this.#open().complete({ messages, maxOutputTokens, schema, ...asked }, signal, onWords && wordsOf(onWords));
      } catch (thrown) {
        const again = step < MAX_STEPS_DOWN
          && thrown instanceof EndpointRefusal
          && this.knowledge.learnRefusal(asked, thrown.words);
        if (!again) throw this.#withEndpoint(thrown);
      }
    }
  }

  #open(): ChatApi {
    if (this.#api === undefined) {
      const endpoint = checkEndpoint(this.#endpoint, PRESETS[this.#endpoint.provider].needsKey);
      checkModel(endpoint);
      const { streaming, clock, memory } = this.ports;
      const whole = chatApi(endpoint, this.#wire, this.#http, this.ports);
      this.#api = streaming === undefined
        ? whole
        : preferStream(chatApi(endpoint, this.#wire, streaming, this.ports), whole, new Route(endpoint.baseUrl, clock, memory));
    }
    return this.#api;
  }

  /** The failure with what its sentence needs: the host, and the model where the model is what is wrong. */
  #withEndpoint(thrown: unknown): unknown {
    if (!(thrown instanceof Failure) || thrown.kind === 'llm-bad-answer') return thrown;
    return new Failure(thrown.kind, {
      passing: thrown.passing,
      details: { host: hostOf(this.#endpoint.baseUrl), model: this.#endpoint.model, ...thrown.details },
    });
  }
}
