import { untilAborted } from '../../abort';
import { RemoteError } from '../../causes';
import { Cancelled, Failure, throwIfCancelled } from '../../failure';
import type { Endpoint } from '../../llm/endpoint';
import type { HttpPort, HttpRequest } from '../../llm/wire/http';
import { MEMORY_KEYS } from '../../llm/memory/memory-keys';
import type { LanguageModel, OnWords } from '../../llm/model';
import type { LaidOutReading, PageReader, PageToRead } from '../../llm/page-reader';
import type { DeviceMemory } from '../../llm/ports';
import { rememberedRatio } from '../../llm/memory/remembered-ratio';
import type { Call, CallResult, FailureRecord, FromClient, Party, ToClient } from './protocol';

/** One running client worker. */
export interface ClientPort {
  post(message: ToClient, transfer?: readonly Transferable[]): void;
  terminate(): void;
}

export interface ClientPorts {
  /**
   * Starts a client that is ready to be set up.
   * @throws Failure
   */
  start(onMessage: (message: FromClient) => void, onDeath: (reason: unknown) => void): Promise<ClientPort>;
  readonly http: HttpPort;
  readonly memory: DeviceMemory;
  /** Name of the vault: each has its own store of answers. */
  readonly vault: string;
  /** Told of the tokens of every answer, as the endpoint reported them. */
  readonly onTokens: (tokens: number) => void;
}

/** A call under way, as the app sees it. */
interface Pending {
  readonly resolve: (result: CallResult) => void;
  readonly reject: (reason: unknown) => void;
  readonly events: CallEvents;
  /** What making the page's image threw. */
  imageFailure?: unknown;
}

interface CallEvents {
  readonly onWords?: OnWords | undefined;
  readonly image?: () => Promise<Blob>;
}

/**
 * The app's side of the client that speaks with endpoints. The worker is started by the first call and lives as long
 * as this object: it is small, and what it was taught by endpoints would be lost with it.
 */
export class ModelClient {
  readonly #ports: ClientPorts;
  readonly #pending = new Map<number, Pending>();
  readonly #disposal = new AbortController();
  #port: Promise<ClientPort> | undefined;
  #lastCall = 0;
  #lastParty = 0;

  constructor(ports: ClientPorts) {
    this.#ports = ports;
  }

  /**
   * Nothing is started or sent before the first call.
   * @param checking null where statements are not read a second time; `model` names the model that reads
   * them, empty for the same one. Corrections are always asked of the model that makes the digest.
   */
  model(endpoint: Endpoint, checking: { readonly model: string } | null): LanguageModel {
    const to = this.#party(endpoint);
    const reader = this.#readerOf(to, checking?.model ?? '');
    const { contextTokens, maxOutputTokens, concurrency } = endpoint;
    return {
      name: endpoint.model,
      limits: { contextTokens, maxOutputTokens, concurrency },
      tokenRatio: rememberedRatio(endpoint, this.#ports.memory),
      draft: async (request, signal, onWords) => {
        const result = await this.#call({ type: 'draft', to, request }, signal, { onWords });
        return resultOf(result, 'draft').answer;
      },
      ...(checking === null ? {} : this.#checking(to, reader)),
      release: async () => {
        await this.#release(to);
        if (reader !== to) await this.#release(reader);
      },
    };
  }

  #readerOf(to: Party, named: string): Party {
    const model = named.trim();
    return model === '' || model === to.endpoint.model.trim() ? to : this.#party({ ...to.endpoint, model });
  }

  #checking(to: Party, reader: Party): Required<Pick<LanguageModel, 'read' | 'correct'>> {
    return {
      read: async (request, signal) => {
        const result = await this.#call({ type: 'check', to: reader, request }, signal);
        return resultOf(result, 'check').answer;
      },
      correct: async (request, signal) => {
        const result = await this.#call({ type: 'correct', to, request }, signal);
        return resultOf(result, 'correct').answer;
      },
    };
  }

  /** Nothing is started or sent before the first page. */
  reader(endpoint: Endpoint): PageReader<LaidOutReading> {
    const to = this.#party(endpoint);
    return {
      name: endpoint.model,
      concurrency: endpoint.concurrency,
      read: async ({ id, image }: PageToRead, signal) => {
        const result = await this.#call({ type: 'read', to, page: id }, signal, { image });
        return resultOf(result, 'read').answer;
      },
      release: () => this.#release(to),
    };
  }

  /** Proves that the endpoint answers; see `testConnection`. @throws Failure of an `llm-*` kind, or Cancelled. */
  async test(endpoint: Endpoint, signal: AbortSignal): Promise<{ readonly model: string; readonly ms: number }> {
    return resultOf(await this.#call({ type: 'test', endpoint }, signal), 'test');
  }

  /** The models the endpoint offers, sorted by name. @throws Failure of an `llm-*` kind, or Cancelled. */
  async models(endpoint: Endpoint, signal: AbortSignal): Promise<readonly string[]> {
    return resultOf(await this.#call({ type: 'models', endpoint }, signal), 'models').models;
  }

  /** Takes endpoints that failed for good as unknown again. */
  forgetFailures(): void {
    void this.#port?.then((port) => port.post({ type: 'forget-failures' }), nothingRuns);
  }

  /** Ends the worker; calls under way end with Cancelled. */
  dispose(): void {
    this.#disposal.abort();
    void this.#port?.then((port) => port.terminate(), nothingRuns);
    this.#endAll(new Cancelled());
  }

  #party(endpoint: Endpoint): Party {
    this.#lastParty += 1;
    return { id: this.#lastParty, endpoint };
  }

  async #release(to: Party): Promise<void> {
    // Where nothing runs, nothing was kept by this party.
    if (this.#port === undefined) return;
    await this.#call({ type: 'release', to }, this.#disposal.signal).catch(nothingRuns);
  }

  async #call(asked: Call, signal: AbortSignal, events: CallEvents = {}): Promise<CallResult> {
    throwIfCancelled(signal);
    throwIfCancelled(this.#disposal.signal);
    const port = await untilAborted((this.#port ??= this.#start()), signal);
    throwIfCancelled(this.#disposal.signal);
    this.#lastCall += 1;
    const call = this.#lastCall;
    const listening = new AbortController();
    try {
      return await new Promise<CallResult>((resolve, reject) => {
        this.#pending.set(call, { resolve, reject, events });
        signal.addEventListener('abort', () => reject(new Cancelled()), { signal: listening.signal });
        port.post({ type: 'call', call, asked });
      });
    } catch (thrown) {
      if (this.#pending.has(call) && signal.aborted) port.post({ type: 'cancel', call });
      throw thrown;
    } finally {
      listening.abort();
      this.#pending.delete(call);
    }
  }

  async #start(): Promise<ClientPort> {
    try {
      const port = await this.#ports.start(
        (message) => this.#hear(port, message),
        (reason) => this.#died(reason),
      );
      port.post({ type: 'setup', memory: this.#remembered(), vault: this.#ports.vault });
      return port;
    } catch (thrown) {
      this.#port = undefined;
      throw thrown;
    }
  }

  #remembered(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.values(MEMORY_KEYS).map((key) => [key, this.#ports.memory.load(key)]));
  }

  #died(reason: unknown): void {
    this.#port = undefined;
    this.#endAll(new Failure('unexpected', { cause: reason }));
  }

  #endAll(reason: Failure | Cancelled): void {
    for (const { reject } of [...this.#pending.values()]) reject(reason);
    this.#pending.clear();
  }

  #hear(port: ClientPort, message: FromClient): void {
    switch (message.type) {
      case 'ready':
        return;
      case 'request':
        void this.#send(port, message.request, message.asked);
        return;
      case 'save':
        this.#ports.memory.save(message.key, message.value);
        return;
      case 'spent':
        this.#ports.onTokens(message.tokens);
        return;
      case 'image-wanted':
        void this.#makeImage(port, message.call);
        return;
      case 'words':
        this.#pending.get(message.call)?.events.onWords?.(message.words);
        return;
      case 'result':
        this.#pending.get(message.call)?.resolve(message.result);
        return;
      case 'failed':
        this.#pending.get(message.call)?.reject(failureOf(message.failure));
        return;
      case 'failed-without-image': {
        const pending = this.#pending.get(message.call);
        pending?.reject(pending.imageFailure);
      }
    }
  }

  async #send(port: ClientPort, request: number, asked: HttpRequest): Promise<void> {
    try {
      const response = await this.#ports.http(asked);
      port.post({ type: 'response', request, response }, [response.body]);
    } catch (thrown) {
      port.post({ type: 'no-response', request, message: String(thrown) });
    }
  }

  async #makeImage(port: ClientPort, call: number): Promise<void> {
    const pending = this.#pending.get(call);
    try {
      if (pending?.events.image === undefined) throw new TypeError('No image belongs to this call.');
      port.post({ type: 'image', call, jpeg: await pending.events.image() });
    } catch (thrown) {
      if (pending !== undefined) pending.imageFailure = thrown;
      port.post({ type: 'no-image', call });
    }
  }
}

function failureOf({ kind, passing, details, message, causes }: FailureRecord): Failure {
  return new Failure(kind, { passing, details, cause: new RemoteError(message, causes) });
}

function resultOf<Type extends CallResult['type']>(result: CallResult, type: Type): Extract<CallResult, { type: Type }> {
  if (isOf(result, type)) return result;
  throw new TypeError(`A call of ${type} was answered with ${result.type}.`);
}

function isOf<Type extends CallResult['type']>(result: CallResult, type: Type): result is Extract<CallResult, { type: Type }> {
  return result.type === type;
}

/** A client that did not start, or is gone, has nothing left to end. */
function nothingRuns(): void {
  // What went wrong was told to whoever had asked for something.
}
