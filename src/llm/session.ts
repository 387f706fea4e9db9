import { Failure } from '../failure';
import { withVersion } from './base-url';
import type { Capabilities } from './memory/capabilities';
import type { ChatApi, ChatCall, OnPiece } from './wire/chat';
import { CircuitBreakers } from './circuit-breaker';
import type { Completion } from './wire/completion';
import { checkEndpoint, checkModel, hostOf, type Endpoint } from './endpoint';
import { EndpointRefusal } from './errors/errors';
import type { HttpPort } from './http';
import { Knowledge, type AnswerForm } from './memory/knowledge';
import type { OnWords } from './model';
import { ollamaChat } from './wire/ollama-chat';
import { openAiChat } from './wire/openai-chat';
import type { ModelPorts } from './ports';
import { preferStream } from './wire/prefer-stream';
import type { Wire } from './presets/preset';
import { PRESETS } from './presets/presets';
import type { ChatMessage } from './prompt/prompt';
import { ReceivedWords } from './wire/received-words';
import { Route } from './memory/routes';
import { WIRES } from './presets/wires';

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

/** A shorter key may stand in any text. */
const SHORTEST_KEY = 8;

/** An endpoint that repeats the key in its answer does not get it into a note. */
function withoutKey(api: ChatApi, key: string | null): ChatApi {
  if (key === null || key.length < SHORTEST_KEY) return api;
  const clean = (text: string): string => text.replaceAll(key, '***');
  return {
    models: (signal) => api.models(signal),
    complete: async (call, signal, onPiece) => {
      const { content, thoughts, model, ...others } = await api.complete(call, signal, onPiece);
      return { ...others, content: clean(content), thoughts: clean(thoughts), model: clean(model) };
    },
  };
}

/** Nothing that answers like an API was found at the address. */
function isNoApi(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.kind === 'llm-not-an-api' && ('status' in thrown.details || 'reason' in thrown.details);
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
    const ask = (form: Capabilities): Promise<Completion> => {
      const { structured, without, stream } = form;
      return this.#complete({ messages, maxOutputTokens, schema, structured, without, stream }, signal, onWords && wordsOf(onWords));
    };
    for (let step = 0; ; step += 1) {
      const asked = this.knowledge.capabilities;
      try {
        return await ask(asked);
      } catch (thrown) {
        if (!(thrown instanceof EndpointRefusal) || step === MAX_STEPS_DOWN) throw this.#withEndpoint(thrown);
        if (!this.knowledge.learnRefusal(asked, thrown.words)) return this.#askBarely(ask, asked, thrown);
      }
    }
  }

  /** Once more with nothing that can be left out: some endpoints do not say what they refuse. */
  async #askBarely(ask: (form: Capabilities) => Promise<Completion>, asked: Capabilities, refusal: EndpointRefusal): Promise<Completion> {
    const bare = refusal.kind === 'llm-bad-request' ? this.knowledge.bare(asked) : null;
    if (bare === null) throw this.#withEndpoint(refusal);
    try {
      const completion = await ask(bare);
      this.knowledge.learnForm(bare);
      return completion;
    } catch (thrown) {
      throw this.#withEndpoint(thrown instanceof EndpointRefusal ? refusal : thrown);
    }
  }

  /** Where no API answers and no version stands in the base URL, it may answer below `/v1`. */
  async #complete(call: ChatCall, signal: AbortSignal, onPiece: OnPiece | undefined): Promise<Completion> {
    try {
      return await this.#open().complete(call, signal, onPiece);
    } catch (thrown) {
      const below = this.#wire.api === 'openai' && isNoApi(thrown) ? this.#below() : null;
      if (below === null) throw thrown;
      const completion = await below.complete(call, signal, onPiece).catch((again: unknown) => {
        if (isNoApi(again)) throw thrown;
        this.#adopt(below);
        throw again;
      });
      this.#adopt(below);
      return completion;
    }
  }

  #below(): ChatApi | null {
    const baseUrl = this.knowledge.isVersioned ? null : withVersion(this.#endpoint.baseUrl);
    return baseUrl === null ? null : this.#at({ ...this.#endpoint, baseUrl });
  }

  #adopt(below: ChatApi): void {
    this.#api = below;
    this.knowledge.learnVersion();
  }

  #open(): ChatApi {
    if (this.#api === undefined) {
      const versioned = this.knowledge.isVersioned ? withVersion(this.#endpoint.baseUrl) : null;
      this.#api = this.#at({ ...this.#endpoint, baseUrl: versioned ?? this.#endpoint.baseUrl });
    }
    return this.#api;
  }

  #at(address: Endpoint): ChatApi {
    const endpoint = checkEndpoint(address, PRESETS[address.provider].needsKey);
    checkModel(endpoint);
    const { streaming, clock, memory } = this.ports;
    const whole = chatApi(endpoint, this.#wire, this.#http, this.ports);
    const api = streaming === undefined
      ? whole
      : preferStream(chatApi(endpoint, this.#wire, streaming, this.ports), whole, new Route(endpoint.baseUrl, clock, memory));
    return withoutKey(api, endpoint.apiKey);
  }

  /** The failure with what its sentence needs: the host, and the model where the model is what is wrong. */
  #withEndpoint(thrown: unknown): unknown {
    if (!(thrown instanceof Failure) || thrown.kind === 'llm-bad-answer') return thrown;
    // Not the failure itself: an endpoint's refusal keeps its words, which do not leave the client.
    const cause = thrown.cause === undefined ? {} : { cause: thrown.cause };
    return new Failure(thrown.kind, {
      ...cause,
      passing: thrown.passing,
      details: { host: hostOf(this.#endpoint.baseUrl), model: this.#endpoint.model, ...thrown.details },
    });
  }
}
