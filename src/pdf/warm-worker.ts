import { Cancelled, Failure, throwIfCancelled } from '../failure';
import { anyOf, untilAborted } from './abort';
import type { PdfPorts, PdfWorkerPort } from './ports';
import type { Job, JobMessage } from './protocol';

/** How long a worker without work is kept, in ms: the next PDF of a batch comes within seconds. */
const IDLE_MS = 60_000;

/** A worker that died, or was ended because it said nothing for too long. The same job may succeed in a new one. */
export class WorkerLost extends Error {
  constructor(why: 'died' | 'hung', cause?: unknown) {
    super(`The PDF worker ${why}.`, cause === undefined ? {} : { cause });
    this.name = 'WorkerLost';
  }
}

/** One job as its giver sees it. */
export interface Task<Result> {
  readonly work: Job;
  /** Ends a worker that says nothing for so long, in ms. Given anew after each message. */
  readonly silenceLimit: number;
  /** Called with every message of the job; the first result that is not undefined ends it. */
  readonly onMessage: (message: JobMessage) => Result | undefined;
}

/**
 * A worker that is started for the first job, takes one job at a time, and is ended after a minute without work.
 * Cancelling ends the worker: that is the only way to stop what runs in it, and starting anew is cheap.
 */
export class WarmWorker {
  readonly #ports: PdfPorts;
  readonly #disposal = new AbortController();
  #port: PdfWorkerPort | undefined;
  #idleTimer: number | undefined;
  #lastJob = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: PdfPorts) {
    this.#ports = ports;
  }

  /**
   * Waits for its turn, then runs.
   * @throws Cancelled at once when the signal is aborted; WorkerLost; a Failure that the job ended with.
   */
  async run<Result>(task: Task<Result>, cancel: AbortSignal): Promise<Result> {
    const { signal, release } = anyOf([cancel, this.#disposal.signal]);
    const outcome = this.#turn.then(() => this.#runNow(task, signal));
    // The caller learns how it ended; the next job only waits for that.
    this.#turn = Promise.allSettled([outcome]).then(release);
    return untilAborted(outcome, signal);
  }

  dispose(): void {
    this.#disposal.abort();
    this.#stop();
  }

  async #runNow<Result>(task: Task<Result>, signal: AbortSignal): Promise<Result> {
    throwIfCancelled(signal);
    this.#keepAwake();
    this.#port ??= await this.#ports.startWorker();
    try {
      throwIfCancelled(signal);
      return await this.#converse(this.#port, task, signal);
    } catch (error) {
      // A failure the worker told of leaves it in order; anything else does not.
      if (!(error instanceof Failure)) this.#stop();
      throw error;
    } finally {
      this.#restAfterIdle();
    }
  }

  #converse<Result>(port: PdfWorkerPort, task: Task<Result>, signal: AbortSignal): Promise<Result> {
    this.#lastJob += 1;
    const job = this.#lastJob;
    const { timers } = this.#ports;
    const listening = new AbortController();
    let silence: number | undefined;
    return new Promise<Result>((resolve, reject) => {
      const listen = (): void => {
        timers.clear(silence ?? 0);
        silence = timers.set(() => reject(new WorkerLost('hung')), task.silenceLimit);
      };
      signal.addEventListener('abort', () => reject(new Cancelled()), { signal: listening.signal });
      port.listen(
        (message) => {
          if (message.type !== 'job' || message.job !== job) return;
          listen();
          settle(message.says, task, resolve, reject);
        },
        (reason) => reject(new WorkerLost('died', reason)),
      );
      listen();
      port.post({ type: 'job', job, work: task.work });
    }).finally(() => {
      timers.clear(silence ?? 0);
      listening.abort();
      port.listen(ignore, () => this.#stop());
    });
  }

  #keepAwake(): void {
    if (this.#idleTimer !== undefined) this.#ports.timers.clear(this.#idleTimer);
    this.#idleTimer = undefined;
  }

  #restAfterIdle(): void {
    this.#keepAwake();
    if (this.#port !== undefined) this.#idleTimer = this.#ports.timers.set(() => this.#stop(), IDLE_MS);
  }

  #stop(): void {
    this.#keepAwake();
    this.#port?.terminate();
    this.#port = undefined;
  }
}

/** Between jobs a worker has nothing to say. */
function ignore(): void {
  // A late message of a job that has ended.
}

function settle<Result>(
  says: JobMessage,
  task: Task<Result>,
  resolve: (result: Result) => void,
  reject: (reason: unknown) => void,
): void {
  if (says.type === 'failed') {
    reject(new Failure(says.kind, { cause: new Error(says.message) }));
    return;
  }
  try {
    const result = task.onMessage(says);
    if (result !== undefined) resolve(result);
  } catch (error) {
    reject(error);
  }
}
