import { Failure } from '../failure';
import { chatApi } from './chat-api';
import { checkEndpoint, checkModel, type Endpoint } from './endpoint';
import type { HttpPort } from './http';
import type { Knowledge } from './memory/knowledge';
import { Route } from './memory/routes';
import { otherBases } from './other-bases';
import type { ModelPorts } from './ports';
import type { Wire } from './presets/preset';
import { PRESETS } from './presets/presets';
import type { ChatApi, ChatCall, OnPiece } from './wire/chat';
import type { Completion } from './wire/completion';
import { preferStream } from './wire/prefer-stream';

/** Returns whether the failure means that the response did not come from the expected API. */
function isNoApi(thrown: unknown): boolean {
  return (
    thrown instanceof Failure &&
    (thrown.kind === 'llm-redirect' ||
      (thrown.kind === 'llm-not-an-api' && ('status' in thrown.details || 'reason' in thrown.details)))
  );
}

/**
 * Returns whether an API answers a request for the list of its models. A refusal of the API key also counts
 * as an answer. The request contains no text of a document.
 * @throws Cancelled
 */
async function isApi(api: ChatApi, signal: AbortSignal): Promise<boolean> {
  try {
    await api.models(signal);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return thrown.kind === 'llm-key-wrong' || thrown.kind === 'llm-forbidden';
  }
}

/** The API of an endpoint, at the base URL of the settings or at another base URL of the same server. */
export class FoundApi {
  readonly #endpoint: Endpoint;
  readonly #wire: Wire;
  readonly #http: HttpPort;
  readonly #ports: ModelPorts;
  readonly #knowledge: Knowledge;
  #api: ChatApi | undefined;

  constructor(endpoint: Endpoint, wire: Wire, http: HttpPort, ports: ModelPorts, knowledge: Knowledge) {
    this.#endpoint = endpoint;
    this.#wire = wire;
    this.#http = http;
    this.#ports = ports;
    this.#knowledge = knowledge;
  }

  /**
   * Requests one completion. If no API responds at the base URL, tries the other base URLs of the server.
   * @throws Failure of an `llm-*` kind, NoAnswer, or Cancelled
   */
  async complete(call: ChatCall, signal: AbortSignal, onPiece: OnPiece | undefined): Promise<Completion> {
    try {
      return await this.#open().complete(call, signal, onPiece);
    } catch (thrown) {
      const isElsewhere =
        this.#wire.api === 'openai' && this.#knowledge.otherBase === undefined && isNoApi(thrown);
      for (const { baseUrl, needsProof } of isElsewhere ? otherBases(this.#endpoint.baseUrl) : []) {
        const api = this.#apiAt({ ...this.#endpoint, baseUrl });
        if (needsProof && !(await isApi(api, signal))) continue;
        const use = (): void => {
          this.#api = api;
          this.#knowledge.learnBase(baseUrl);
        };
        try {
          const completion = await api.complete(call, signal, onPiece);
          use();
          return completion;
        } catch (again) {
          if (isNoApi(again)) continue;
          use();
          throw again;
        }
      }
      throw thrown;
    }
  }

  #open(): ChatApi {
    this.#api ??= this.#apiAt({
      ...this.#endpoint,
      baseUrl: this.#knowledge.otherBase ?? this.#endpoint.baseUrl,
    });
    return this.#api;
  }

  #apiAt(address: Endpoint): ChatApi {
    const endpoint = checkEndpoint(address, PRESETS[address.provider].needsKey);
    checkModel(endpoint);
    const { streaming, clock, memory } = this.#ports;
    const whole = chatApi(endpoint, this.#wire, this.#http, this.#ports);
    if (streaming === undefined) return whole;
    return preferStream(
      chatApi(endpoint, this.#wire, streaming, this.#ports),
      whole,
      new Route(endpoint.baseUrl, clock, memory),
      clock,
    );
  }
}
