import type { Clock } from '../../clock';
import { Failure } from '../../failure';
import type { Endpoint } from '../../llm/endpoint';
import { MEMORY_KEYS } from '../../llm/memory/memory-keys';
import { rememberedLimits, rememberedRatio } from '../../llm/memory/remembered-ratio';
import type { LaidOutReading, PageReader } from '../../llm/page-reader';
import type { DeviceMemory } from '../../llm/ports';
import type { HttpPort } from '../../llm/http';
import type { SendingModel } from '../../redact/redacting';
import { Transferred, type Handlers, type NameIn, type RequestOf, type ResultOf } from '../rpc/contract';
import { LastingWorker } from '../rpc/lasting-worker';
import { WorkerLost, type CallOptions } from '../rpc/link';
import type { WorkerPort } from '../rpc/port';
import type { EndpointContract, Party } from './protocol';

export interface ClientPorts {
  /**
   * Starts a worker that waits for its setup.
   * @throws Failure
   */
  startWorker(): Promise<WorkerPort>;
  readonly http: HttpPort;
  readonly memory: DeviceMemory;
  /** Name of the vault. Each vault has its own store of answers. */
  readonly vault: string;
  readonly timers: Clock;
  /** Receives the number of tokens of every answer, as the endpoint reported it. */
  readonly onTokens: (tokens: number) => void;
}

type Calls = EndpointContract['calls'];

/**
 * The main thread's end of the connection to the endpoint worker. The first call starts the worker. A worker
 * without work is not ended, because it needs little memory and keeps data about endpoints.
 */
export class ModelClient {
  readonly #ports: ClientPorts;
  readonly #worker: LastingWorker<EndpointContract>;
  #lastParty = 0;

  constructor(ports: ClientPorts) {
    this.#ports = ports;
    const setup = (): EndpointContract['setup'] => ({ memory: remembered(ports.memory), vault: ports.vault });
    this.#worker = new LastingWorker(
      { startWorker: () => ports.startWorker(), setup },
      servicesOf(ports),
      ports.timers,
    );
  }

  /**
   * Creates a model. Nothing is sent before the first call.
   * @param checking null if there is no second reading. `model` is the model for the second reading; if it is
   * empty, the model of the digest is used. Corrections always come from the model of the digest.
   * @param redact the values that the model must not receive; see {@link SendingModel}
   */
  model(
    endpoint: Endpoint,
    checking: { readonly model: string } | null,
    redact: readonly string[],
  ): SendingModel {
    const to = this.#party(endpoint);
    const reader = this.#readerOf(to, checking?.model ?? '');
    return {
      name: endpoint.model,
      redact,
      limits: rememberedLimits(endpoint, this.#ports.memory, this.#ports.timers.now()),
      tokenRatio: rememberedRatio(endpoint, this.#ports.memory),
      draft: (request, signal, onProgress) => {
        const options = { signal, ...(onProgress === undefined ? {} : { onProgress }) };
        return this.#call('draft', { to, request }, options);
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

  #checking(to: Party, reader: Party): Required<Pick<SendingModel, 'read' | 'correct'>> {
    return {
      read: (request, signal) => this.#call('check', { to: reader, request }, { signal }),
      correct: (request, signal) => this.#call('correct', { to, request }, { signal }),
    };
  }

  /**
   * Creates a page reader. Nothing is sent before the first page.
   * @param needsConsent see {@link PageReader}
   */
  reader(endpoint: Endpoint, needsConsent: boolean): PageReader<LaidOutReading> {
    const to = this.#party(endpoint);
    return {
      name: endpoint.model,
      concurrency: endpoint.concurrency,
      needsConsent,
      read: ({ id, image }, signal) => this.#call('read', { to, page: id }, { signal, answers: { image } }),
      release: () => this.#release(to),
    };
  }

  /**
   * Tests whether the endpoint answers; see `testConnection`.
   * @throws Failure of an `llm-*` kind, or Cancelled.
   */
  test(endpoint: Endpoint, signal: AbortSignal): Promise<{ readonly model: string; readonly ms: number }> {
    return this.#call('test', { endpoint }, { signal });
  }

  /**
   * Lists the models that the endpoint offers, sorted by name.
   * @throws Failure of an `llm-*` kind, or Cancelled.
   */
  models(endpoint: Endpoint, signal: AbortSignal): Promise<readonly string[]> {
    return this.#call('models', { endpoint }, { signal });
  }

  /** Unblocks endpoints that were blocked after failures, because the user may have corrected the cause. */
  forgetFailures(): void {
    void this.#whereRunning('forgetFailures', null);
  }

  /** Ends the worker. Running calls reject with Cancelled. The next call starts another worker. */
  restart(): void {
    this.#worker.stop();
  }

  /** Ends the worker permanently. Running calls reject with Cancelled. */
  dispose(): void {
    this.#worker.dispose();
  }

  #party(endpoint: Endpoint): Party {
    this.#lastParty += 1;
    return { id: this.#lastParty, endpoint };
  }

  async #release(to: Party): Promise<void> {
    await this.#whereRunning('release', { to });
  }

  /** Sends a call if a worker is running. Never rejects. */
  async #whereRunning<Name extends NameIn<Calls>>(
    name: Name,
    request: RequestOf<Calls, Name>,
  ): Promise<void> {
    if (!this.#worker.isRunning) return;
    const { signal } = new AbortController();
    await this.#worker.call(name, request, { signal }).catch(() => undefined);
  }

  async #call<Name extends NameIn<Calls>>(
    name: Name,
    request: RequestOf<Calls, Name>,
    options: CallOptions<Calls, Name>,
  ): Promise<ResultOf<Calls, Name>> {
    try {
      return await this.#worker.call(name, request, options);
    } catch (thrown) {
      if (!(thrown instanceof WorkerLost)) throw thrown;
      // The worker only sends requests and parses answers. So if the worker hangs, an answer is the cause.
      throw new Failure(thrown.why === 'hung' ? 'llm-bad-answer' : 'unexpected', { cause: thrown });
    }
  }
}

function remembered(memory: DeviceMemory): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.values(MEMORY_KEYS).map((key) => [key, memory.load(key)]));
}

function servicesOf({ http, memory, onTokens }: ClientPorts): Handlers<EndpointContract['services']> {
  return {
    send: async (request) => {
      const response = await http(request);
      return new Transferred(response, [response.body]);
    },
    save: async ({ key, value }) => {
      memory.save(key, value);
      return undefined;
    },
    spend: async (tokens) => {
      onTokens(tokens);
      return undefined;
    },
  };
}
