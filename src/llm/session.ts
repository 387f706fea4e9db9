import { Failure } from '../failure';
import { AnswerRoom } from './answer-room';
import type { Capabilities } from './memory/capabilities';
import type { ChatCall, OnPiece } from './wire/chat';
import { CircuitBreakers } from './circuit-breaker';
import type { Completion } from './wire/completion';
import { hostOf, secretsOf, type Endpoint } from './endpoint';
import { EndpointRefusal, endedWithoutAnswer } from './errors/errors';
import { FoundApi } from './found-api';
import type { HttpPort } from './http';
import { Lanes } from './lanes';
import { Knowledge, type AnswerForm } from './memory/knowledge';
import type { OnWords } from './model';
import type { ModelPorts } from './ports';
import { PromptCounts } from './prompt-counts';
import type { ChatMessage } from './prompt/prompt';
import { ReceivedWords } from './wire/received-words';
import { keyRedactor, type RedactKey } from './redact-key';
import { RequestPace } from './request-pace';
import { WIRES } from './presets/wires';

/** Maximum number of times that one call simplifies its request after a refusal. */
const MAX_STEPS_DOWN = 6;
/**
 * Maximum number of times that one call lowers the token limit of its answer. The lower limit comes from
 * numbers in the endpoint's error message. If two lower limits do not help, these numbers are wrong.
 */
const MOST_LOWERED = 2;

/**
 * If a rate limit refuses a request while other requests are running, the request is sent again when one of
 * them has ended. This is not done if the demanded pause is longer than this number of seconds.
 */
const LONGEST_WAIT = 60;

function wordsOf(onWords: OnWords): OnPiece {
  const received = new ReceivedWords();
  return (piece) => onWords(received.take(piece));
}

function isBriefLimit(thrown: unknown): boolean {
  if (!(thrown instanceof Failure) || thrown.kind !== 'llm-rate-limit') return false;
  const wait = thrown.details['retryAfterSeconds'];
  return typeof wait !== 'number' || wait <= LONGEST_WAIT;
}

/** Sends all requests to one model of one endpoint. */
export class Session {
  readonly #endpoint: Endpoint;
  readonly #breakers: CircuitBreakers;
  readonly #pace: RequestPace;
  readonly ports: ModelPorts;
  readonly knowledge: Knowledge;
  readonly promptCounts = new PromptCounts();
  readonly #lanes: Lanes;
  readonly #room: AnswerRoom;
  readonly #api: FoundApi;

  constructor(endpoint: Endpoint, http: HttpPort, ports: ModelPorts, answers: AnswerForm = 'json') {
    this.#endpoint = endpoint;
    const wire = WIRES[endpoint.provider];
    this.#breakers = ports.breakers ?? new CircuitBreakers(ports.clock);
    this.#pace = ports.pace ?? new RequestPace(ports.clock);
    this.ports = ports;
    this.knowledge = new Knowledge(endpoint, wire, ports.clock, ports.memory, answers);
    this.#lanes = new Lanes(this.knowledge.limits.atOnce);
    this.#room = new AnswerRoom(endpoint, this.knowledge);
    this.#api = new FoundApi(endpoint, wire, http, ports, this.knowledge);
  }

  /** How long a call waits for a server that is loading its model, in ms. */
  get patience(): number {
    return this.#endpoint.silenceSeconds * 1000;
  }

  get endpoint(): Endpoint {
    return this.#endpoint;
  }

  /** Removes the user's secrets from the parsed parts of an answer. */
  get redact(): RedactKey {
    return keyRedactor(secretsOf(this.#endpoint));
  }

  /**
   * Runs one call, and tells the circuit breaker whether it succeeded.
   * @throws a Failure without running the call if the circuit is open, otherwise whatever the call throws.
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
   * Requests one completion. If the endpoint refuses the form of the request, a simpler form is tried
   * ({@link Knowledge.learnRefusal}).
   * @param onWords called with the number of words received so far, if the endpoint streams
   * @throws Failure of an `llm-*` kind, or Cancelled.
   */
  async send(
    messages: readonly ChatMessage[],
    maxOutputTokens: number,
    schema: ChatCall['schema'],
    signal: AbortSignal,
    onWords?: OnWords,
  ): Promise<Completion> {
    let room = this.#room.at(messages, maxOutputTokens);
    const request = (form: Capabilities): Promise<Completion> => {
      const { structured, without, stream } = form;
      return this.#lanes.run(async () => {
        await this.#pace.wait(this.#paced, signal);
        const started = this.ports.clock.now();
        return this.#api
          .complete(
            { messages, maxOutputTokens: room, schema, structured, without, stream },
            signal,
            onWords && wordsOf(onWords),
          )
          .catch((thrown: unknown) => {
            throw endedWithoutAnswer(thrown, this.ports.clock.now() - started);
          });
      }, signal);
    };
    let lowered = 0;
    for (let step = 0; ; step += 1) {
      const tried = this.knowledge.capabilities;
      try {
        return await request(tried);
      } catch (thrown) {
        this.#learnPace(thrown);
        if (this.#lanes.areUsed && isBriefLimit(thrown)) {
          // The other requests may have caused the rate limit, so this request waits until one of them has
          // ended.
          this.knowledge.learnLimits({ atOnce: this.#lanes.narrow() });
          continue;
        }
        const left = lowered < MOST_LOWERED ? this.#lowerRoom(thrown, messages, room) : undefined;
        if (left !== undefined) {
          lowered += 1;
          room = left;
          continue;
        }
        if (!(thrown instanceof EndpointRefusal) || step >= MAX_STEPS_DOWN) throw this.#withEndpoint(thrown);
        if (!this.knowledge.learnRefusal(tried, thrown.words))
          return this.#requestWithoutOptions(request, tried, thrown);
      }
    }
  }

  /** The base URL, and the limit of requests per minute: the user's or the endpoint's, whichever is lower. */
  get #paced(): Pick<Endpoint, 'baseUrl' | 'requestsPerMinute'> {
    const { baseUrl, requestsPerMinute } = this.#endpoint;
    const { perMinute = requestsPerMinute } = this.knowledge.limits;
    const most = requestsPerMinute === 0 ? perMinute : Math.min(requestsPerMinute, perMinute);
    return { baseUrl, requestsPerMinute: most };
  }

  #learnPace(thrown: unknown): void {
    const perMinute = thrown instanceof Failure ? thrown.details['requestsPerMinute'] : undefined;
    if (typeof perMinute === 'number') this.knowledge.learnLimits({ perMinute });
  }

  #lowerRoom(thrown: unknown, messages: readonly ChatMessage[], room: number): number | undefined {
    try {
      return this.#room.afterRefusal(thrown, messages, room);
    } catch (tooLong) {
      throw this.#withEndpoint(tooLong);
    }
  }

  /**
   * Some endpoints do not name the parameter that they refuse, so the request is sent once more without any
   * optional parameter.
   */
  async #requestWithoutOptions(
    request: (form: Capabilities) => Promise<Completion>,
    tried: Capabilities,
    refusal: EndpointRefusal,
  ): Promise<Completion> {
    const bare = refusal.kind === 'llm-bad-request' ? this.knowledge.bare(tried) : null;
    if (bare === null) throw this.#withEndpoint(refusal);
    try {
      const completion = await request(bare);
      this.knowledge.learnForm(bare);
      return completion;
    } catch (thrown) {
      throw this.#withEndpoint(thrown instanceof EndpointRefusal ? refusal : thrown);
    }
  }

  #withEndpoint(thrown: unknown): unknown {
    if (!(thrown instanceof Failure) || thrown.kind === 'llm-bad-answer') return thrown;
    // An `EndpointRefusal` contains words of the endpoint, which may include the API key or text of the
    // document. The new failure does not contain these words.
    const cause = thrown.cause === undefined ? {} : { cause: thrown.cause };
    return new Failure(thrown.kind, {
      ...cause,
      passing: thrown.passing,
      details: { host: hostOf(this.#endpoint.baseUrl), model: this.#endpoint.model, ...thrown.details },
    });
  }
}
