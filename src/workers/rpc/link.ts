import type { Timers } from '../../clock';
import { Cancelled } from '../../failure';
import type { Contract, Handlers, NameIn, ProgressOf, QuestionsOf, RequestOf, ResultOf } from './contract';
import { Transferred } from './contract';
import { Heartbeat } from './heartbeat';
import {
  failureOf,
  recordOf,
  type SentQuestion,
  type CallFailed,
  type FromWorker,
  type ToWorker,
} from './messages';
import type { WorkerPort } from './port';

/**
 * Thrown when a worker died, or was ended because it was silent for too long. The same call may succeed in a
 * new worker.
 */
export class WorkerLost extends Error {
  constructor(
    readonly why: 'died' | 'hung',
    cause?: unknown,
  ) {
    super(`The worker ${why}.`, cause === undefined ? {} : { cause });
    this.name = 'WorkerLost';
  }
}

export interface CallOptions<Calls, Name extends keyof Calls> {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ProgressOf<Calls, Name>) => void;
  /**
   * The handlers for the questions that the call sends. If a handler throws, the call fails, unless the
   * worker catches the error.
   */
  readonly answers?: Handlers<QuestionsOf<Calls, Name>>;
}

/** The outcome of a call whose function has returned or thrown in the worker. */
export type Ending<Result> = { readonly result: Result } | { readonly thrown: unknown };

/** Observes the messages of one call. */
export interface Watcher {
  messageArrived(): void;
  questionSent(): void;
  questionAnswered(): void;
}

/** A handler of any procedure. The contract ensures that its types are right. */
type AnyHandler = (request: never, report: (progress: unknown) => void) => Promise<unknown>;

interface Pending {
  readonly resolve: (ending: Ending<unknown>) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
  readonly answers: Readonly<Record<string, AnyHandler>>;
  readonly watcher: Watcher | undefined;
  /** Maps the number of a question to the error that its handler threw. */
  readonly thrown: Map<number, unknown>;
}

/** The app's end of the connection to one running worker. Calls can run at the same time. */
export class Link<C extends Contract> {
  readonly #port: WorkerPort;
  readonly #services: Readonly<Record<string, AnyHandler>>;
  readonly #onDeath: () => void;
  readonly #pending = new Map<number, Pending>();
  readonly #heartbeat: Heartbeat | undefined;
  #lastCall = 0;

  /**
   * @param onDeath called when the worker has died, after its calls were rejected
   * @param timers if given, pings are sent during calls, and a worker that does not answer them is ended
   */
  constructor(
    port: WorkerPort,
    setup: C['setup'],
    services: Handlers<C['services']>,
    onDeath: () => void,
    timers?: Timers,
  ) {
    this.#port = port;
    this.#services = services;
    this.#onDeath = onDeath;
    if (timers !== undefined) {
      const ping = (): void => port.post({ type: 'ping' });
      this.#heartbeat = new Heartbeat(timers, ping, () => this.#die(new WorkerLost('hung')));
    }
    port.listen(
      (message) => this.#handle(message),
      (reason) => this.#die(reason),
    );
    port.post({ type: 'setup', setup });
  }

  /**
   * Calls a function of the worker. When this function throws, the promise resolves with `thrown`.
   * @throws Cancelled at once when the signal is aborted; WorkerLost when the worker dies; whatever
   * `onProgress` throws.
   */
  async call<Name extends NameIn<C['calls']>>(
    name: Name,
    request: RequestOf<C['calls'], Name>,
    { signal, onProgress, answers }: CallOptions<C['calls'], Name>,
    watcher?: Watcher,
  ): Promise<Ending<ResultOf<C['calls'], Name>>> {
    this.#lastCall += 1;
    const call = this.#lastCall;
    const listening = new AbortController();
    const cancel = (): void => {
      this.#pending.get(call)?.reject(new Cancelled());
      this.#port.post({ type: 'cancel', call });
    };
    try {
      const ended = new Promise<Ending<unknown>>((resolve, reject) => {
        const thrown = new Map<number, unknown>();
        this.#pending.set(call, { resolve, reject, onProgress, answers: answers ?? {}, watcher, thrown });
      });
      signal.addEventListener('abort', cancel, { signal: listening.signal });
      this.#port.post({ type: 'call', call, name, request });
      this.#heartbeat?.begin();
      return (await ended) as Ending<ResultOf<C['calls'], Name>>;
    } finally {
      listening.abort();
      this.#heartbeat?.end();
      this.#pending.delete(call);
    }
  }

  end(reason: unknown): void {
    for (const { reject } of [...this.#pending.values()]) reject(reason);
    this.#port.terminate();
  }

  #die(reason: unknown): void {
    this.end(reason instanceof WorkerLost ? reason : new WorkerLost('died', reason));
    this.#onDeath();
  }

  #handle(message: FromWorker): void {
    this.#heartbeat?.messageArrived();
    if (message.type === 'ready' || message.type === 'pong') return;
    const pending = message.call === undefined ? undefined : this.#pending.get(message.call);
    pending?.watcher?.messageArrived();
    switch (message.type) {
      case 'question':
        void this.#answer(message, pending);
        return;
      case 'report':
        if (pending !== undefined) report(pending, message.progress);
        return;
      case 'result':
        pending?.resolve({ result: message.result });
        return;
      case 'failed':
        pending?.resolve({ thrown: thrownIn(message, pending) });
    }
  }

  async #answer(sent: SentQuestion, pending: Pending | undefined): Promise<void> {
    const { question, call, name, request } = sent;
    // The call may have ended in the meantime. The worker then no longer waits for the answer.
    const isOver = (): boolean => call !== undefined && this.#pending.get(call) !== pending;
    if (call !== undefined && pending === undefined) return;
    const send = (message: ToWorker, buffers: readonly Transferable[] = []): void => {
      if (isOver()) return;
      if (buffers.length > 0) this.#port.transfer(message, buffers);
      else this.#port.post(message);
    };
    pending?.watcher?.questionSent();
    try {
      const handler = (pending?.answers ?? this.#services)[name];
      if (handler === undefined) throw new TypeError(`No handler answers the question ${name}.`);
      const report = (progress: unknown): void => send({ type: 'report', question, progress });
      const { result, buffers } = Transferred.from(await handler(request as never, report));
      send({ type: 'answer', question, result }, buffers);
    } catch (thrown) {
      pending?.thrown.set(question, thrown);
      send({ type: 'no-answer', question, failure: recordOf(thrown) });
    } finally {
      pending?.watcher?.questionAnswered();
    }
  }
}

function report({ onProgress, reject }: Pending, progress: unknown): void {
  try {
    onProgress?.(progress as never);
  } catch (thrown) {
    reject(thrown);
  }
}

/**
 * If a handler of the app threw the error, the caller gets the same object, not the copy that came back from
 * the worker.
 */
function thrownIn({ failure, unanswered }: CallFailed, { thrown }: Pending): unknown {
  return unanswered !== undefined && thrown.has(unanswered) ? thrown.get(unanswered) : failureOf(failure);
}
