import { anyOf, untilAborted } from '../../abort';
import { Cancelled, throwIfCancelled } from '../../failure';
import { Conversation, type Ending, type Task } from './conversation';
import type { WorkerPort, WorkerPorts } from './ports';
import { Silence } from './silence';

export type { Task } from './conversation';

/** Milliseconds. */
export interface Patience {
  /** Ends a worker that says nothing for so long while it works. */
  readonly silence: number;
  /** Ends a worker that has had no work for so long. */
  readonly idle: number;
}

/** A worker that died, or was ended because it said nothing for too long. The same job may succeed in a new one. */
export class WorkerLost extends Error {
  constructor(why: 'died' | 'hung', cause?: unknown) {
    super(`The document worker ${why}.`, cause === undefined ? {} : { cause });
    this.name = 'WorkerLost';
  }
}

/**
 * A worker that is started for the first job, takes one job at a time, and is ended after a while without work.
 * Cancelling ends the worker: that is the only way to stop what runs in it, and starting anew is cheap.
 */
export class WarmWorker {
  readonly #ports: WorkerPorts;
  readonly #patience: Patience;
  readonly #disposal = new AbortController();
  #port: WorkerPort | undefined;
  #idleTimer: number | undefined;
  #lastJob = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: WorkerPorts, patience: Patience) {
    this.#ports = ports;
    this.#patience = patience;
  }

  /**
   * Waits for its turn, then runs.
   * @throws Cancelled at once when the signal is aborted; WorkerLost; a Failure that the job ended with; what
   * answering threw.
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
      // A stop while it started found nothing to stop.
      if (signal.aborted) this.#stop();
      throwIfCancelled(signal);
      const ending = await this.#converse(this.#port, task, signal);
      if ('thrown' in ending) throw ending.thrown;
      return ending.result;
    } finally {
      this.#restAfterIdle();
    }
  }

  /** Gives the job and listens until it has ended. A worker that did not come to an end itself is stopped. */
  async #converse<Result>(port: WorkerPort, task: Task<Result>, signal: AbortSignal): Promise<Ending<Result>> {
    this.#lastJob += 1;
    const job = this.#lastJob;
    const listening = new AbortController();
    const silence = new Silence(this.#ports.timers, task.silence ?? this.#patience.silence);
    try {
      return await new Promise<Ending<Result>>((resolve, reject) => {
        const conversation = new Conversation(task, port, silence, resolve, reject);
        signal.addEventListener('abort', () => reject(new Cancelled()), { signal: listening.signal });
        port.listen(
          (message) => {
            if (message.type === 'job' && message.job === job) conversation.hear(message.says);
          },
          (reason) => reject(new WorkerLost('died', reason)),
        );
        silence.begin(() => reject(new WorkerLost('hung')));
        port.post({ type: 'job', job, work: task.work });
      });
    } catch (error) {
      this.#stop();
      throw error;
    } finally {
      silence.end();
      listening.abort();
      port.listen(ignore, () => this.#stop());
    }
  }

  #keepAwake(): void {
    if (this.#idleTimer !== undefined) this.#ports.timers.clear(this.#idleTimer);
    this.#idleTimer = undefined;
  }

  #restAfterIdle(): void {
    this.#keepAwake();
    if (this.#port !== undefined) this.#idleTimer = this.#ports.timers.set(() => this.#stop(), this.#patience.idle);
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
