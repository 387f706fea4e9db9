import { Failure } from '../failure';
import { presetCapabilities, stepDown, type Capabilities } from './capabilities';
import type { ChatApi, ChatCall } from './chat';
import type { Completion } from './completion';
import { checkEndpoint, checkModel, hostOf, type Endpoint } from './endpoint';
import { EndpointRefusal } from './errors';
import type { HttpPort } from './http';
import { ollamaChat } from './ollama-chat';
import { openAiChat } from './openai-chat';
import type { ModelPorts } from './ports';
import type { Preset } from './preset';
import { PRESETS } from './presets';
import type { ChatMessage } from './prompt';

/** Requests that are spent on finding out what an endpoint takes, for one call. */
const MAX_STEPS_DOWN = 6;

/** The API of an endpoint, by its preset. */
export function chatApi(endpoint: Endpoint, preset: Preset, http: HttpPort, ports: ModelPorts): ChatApi {
  return preset.api === 'ollama' ? ollamaChat(endpoint, preset, http, ports.clock) : openAiChat(endpoint, preset, http, ports.clock);
}

/** One endpoint and model, and what is known of them. */
export class Session {
  readonly #endpoint: Endpoint;
  readonly #preset: Preset;
  readonly #http: HttpPort;
  readonly ports: ModelPorts;
  #capabilities: Capabilities;
  #api: ChatApi | undefined;

  constructor(endpoint: Endpoint, http: HttpPort, ports: ModelPorts) {
    this.#endpoint = endpoint;
    this.#preset = PRESETS[endpoint.provider];
    this.#http = http;
    this.ports = ports;
    this.#capabilities = presetCapabilities(this.#preset);
  }

  get maxOutputTokens(): number {
    return this.#endpoint.maxOutputTokens;
  }

  /** One completion, without retries; goes down the ladder when the endpoint refuses the form that was asked for. */
  async send(
    messages: readonly ChatMessage[],
    maxOutputTokens: number,
    schema: ChatCall['schema'],
    signal: AbortSignal,
  ): Promise<Completion> {
    for (let step = 0; ; step += 1) {
      const known = this.#capabilities;
      try {
        return await this.#open().complete({ messages, maxOutputTokens, schema, ...known }, signal);
      } catch (thrown) {
        const next = step < MAX_STEPS_DOWN ? this.#stepDown(thrown, known) : null;
        if (next === null) throw this.#withEndpoint(thrown);
        this.#capabilities = next;
      }
    }
  }

  #open(): ChatApi {
    if (this.#api === undefined) {
      const endpoint = checkEndpoint(this.#endpoint, this.#preset.needsKey);
      checkModel(endpoint);
      this.#api = chatApi(endpoint, this.#preset, this.#http, this.ports);
    }
    return this.#api;
  }

  #stepDown(thrown: unknown, known: Capabilities): Capabilities | null {
    if (!(thrown instanceof EndpointRefusal)) return null;
    return stepDown(known, thrown.words, this.#preset);
  }

  /** The failure with what its sentence needs: the host, and the model where the model is what is wrong. */
  #withEndpoint(thrown: unknown): unknown {
    if (!(thrown instanceof Failure) || thrown.kind === 'llm-bad-answer') return thrown;
    return new Failure(thrown.kind, {
      passing: thrown.passing,
      details: { host: hostOf(this.#endpoint.baseUrl), model: this.#endpoint.model, ...thrown.details },
      cause: thrown.cause,
    });
  }
}
