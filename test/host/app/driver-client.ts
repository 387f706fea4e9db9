import * as v from 'valibot';
import * as protocol from '../protocol';
import type { BootData, BridgedRequest, DriverEvent, VaultChange } from '../protocol';

/**
 * Thrown when the driver or the disk rejects an operation in the vault. `code` is the system's error code,
 * such as `ENOENT`.
 */
export class VaultError extends Error {
  constructor(
    message: string,
    readonly code?: string,
  ) {
    super(message);
  }
}

type Query = Record<string, string | number>;

/**
 * The page's connection to the driver, the Node process that has the vault on its disk. Requests for files,
 * settings and the network use HTTP, and the driver sends one stream of events.
 */
export class DriverClient {
  readonly #waiting: { seq: number; resolve: () => void }[] = [];
  readonly #answers = new Map<number, () => void>();
  /** Requests that no caller waits for. */
  readonly #pending = new Set<Promise<unknown>>();
  #connected: Promise<void> | undefined;
  #applied = 0;
  #requests = 0;
  #inFlight = 0;

  /** Handles a change of the vault. It must be set before {@link connect}. */
  onVaultChange: (change: VaultChange) => void = () => undefined;
  /** Called when another program has changed `data.json`. */
  onPluginData: () => void = () => undefined;

  /** The number of events that the driver has sent so far. */
  events = 0;

  /** True when a request to the driver is pending, or a network request that the driver sends. */
  get isWaiting(): boolean {
    return this.#inFlight > 0;
  }

  async boot(): Promise<BootData> {
    return readJson(await this.#fetch('/boot'), protocol.bootData);
  }

  /**
   * The first call opens the event stream. Every call resolves when the page has applied the driver's first
   * event, a snapshot of the vault.
   */
  connect(): Promise<void> {
    this.#connected ??= this.#open();
    return this.#connected;
  }

  /** Reads bytes or text of the vault. */
  async get(path: string, query: Query): Promise<Response> {
    return checked(await this.#fetch(address(path, query)));
  }

  async query<T>(path: string, query: Query, shape: v.GenericSchema<unknown, T>): Promise<T> {
    return readJson(await this.#fetch(address(path, query)), shape);
  }

  /** Changes the vault. Resolves when the page has applied the change. */
  async change(method: string, path: string, query: Query, body?: string | ArrayBuffer): Promise<void> {
    await this.connect();
    const response = await this.#fetch(address(path, query), { method, ...bodyOf(body) });
    const { seq } = await readJson(response, protocol.operationDone);
    await this.#seen(seq);
  }

  async readPluginData(): Promise<string | null> {
    return readJson(await this.#fetch('/plugin/data'), v.nullable(v.string()));
  }

  async writePluginData(text: string): Promise<void> {
    await checked(await this.#fetch('/plugin/data', { method: 'PUT', body: text }));
  }

  /** Stores a value on the device. Returns at once, because the app's own functions are synchronous. */
  keepOnDevice(store: 'local-storage' | 'secrets', key: string, value: string | null): void {
    const body = JSON.stringify(value);
    const sent = this.#fetch(address('/device', { store, key }), { method: 'POST', body }).then(checked);
    this.#pending.add(sent);
    void sent.finally(() => this.#pending.delete(sent));
  }

  /** Resolves when the driver has stored every value that was passed to `keepOnDevice`. */
  async flush(): Promise<void> {
    await Promise.all(this.#pending);
  }

  /**
   * Sends a request to the network through the driver. Rejects only when the network fails; a response is
   * returned whatever its status is.
   */
  async send(
    call: Omit<BridgedRequest, 'id'>,
    body: string | ArrayBuffer | undefined,
  ): Promise<BridgedAnswer> {
    await this.connect();
    this.#requests += 1;
    const id = this.#requests;
    const answered = new Promise<void>((resolve) => this.#answers.set(id, resolve));
    const headers = { 'x-call': encodeURIComponent(JSON.stringify({ ...call, id })) };
    await checked(await this.#fetch('/request', { method: 'POST', headers, ...bodyOf(body) }));
    await this.#during(answered);
    this.#answers.delete(id);
    const response = await checked(await this.#fetch(address('/response', { id })));
    const header: unknown = JSON.parse(decodeURIComponent(response.headers.get('x-answer') ?? 'null'));
    const head = v.parse(protocol.bridgedResponse, header);
    if (!head.ok) throw new Error(head.message);
    return { status: head.status, headers: head.headers, body: await response.arrayBuffer() };
  }

  #fetch(path: string, init?: RequestInit): Promise<Response> {
    return this.#during(fetch(path, init));
  }

  async #during<T>(work: Promise<T>): Promise<T> {
    this.#inFlight += 1;
    try {
      return await work;
    } finally {
      this.#inFlight -= 1;
    }
  }

  #open(): Promise<void> {
    const source = new EventSource('/events');
    return new Promise((resolve) => {
      source.addEventListener('message', (message: MessageEvent<string>) => {
        const event = v.parse(protocol.driverEvent, JSON.parse(message.data));
        this.#take(event);
        if (event.type === 'vault') resolve();
      });
    });
  }

  #take(event: DriverEvent): void {
    this.events += 1;
    if (event.type === 'response') this.#answers.get(event.id)?.();
    else if (event.type === 'plugin-data') this.onPluginData();
    else {
      this.onVaultChange(event.change);
      this.#applied = event.seq;
      const due = this.#waiting.filter((one) => one.seq <= event.seq);
      for (const one of due) {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        one.resolve();
      }
    }
  }

  #seen(seq: number): Promise<void> {
    if (seq <= this.#applied) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ seq, resolve }));
  }
}

/** The network's response to a request that the driver sent. */
export interface BridgedAnswer {
  status: number;
  headers: Record<string, string>;
  body: ArrayBuffer;
}

export function address(path: string, query: Query): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/**
 * Puts the body of a request into a blob. The browser's debugging interface, through which tests control the
 * page, would copy a body of any other type.
 */
function bodyOf(body: string | ArrayBuffer | undefined): { body?: Blob } {
  return body === undefined ? {} : { body: new Blob([body]) };
}

async function readJson<T>(response: Response, shape: v.GenericSchema<unknown, T>): Promise<T> {
  const value: unknown = await (await checked(response)).json();
  return v.parse(shape, value);
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  const failure = v.parse(protocol.operationFailed, await response.json());
  throw new VaultError(failure.message, failure.code);
}
