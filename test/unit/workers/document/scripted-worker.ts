import type { DocumentPorts } from '../../../../src/workers/document/client';
import type { DocumentContract } from '../../../../src/workers/document/protocol';
import type { SentQuestion, FailureRecord, FromWorker, ToWorker } from '../../../../src/workers/rpc/messages';
import type { WorkerPort } from '../../../../src/workers/rpc/port';

type Calls = DocumentContract['calls'];

/** One call by the app: the name of the called function and the request. */
export type Job = { [Name in keyof Calls]: { readonly type: Name } & Calls[Name]['request'] }[keyof Calls];

/** A message from the worker about the current call. */
export type JobMessage =
  | { readonly type: 'report'; readonly progress: Calls[keyof Calls]['progress'] }
  | { readonly type: 'result'; readonly result: Calls[keyof Calls]['result'] }
  | { readonly type: 'failed'; readonly failure: FailureRecord; readonly unanswered?: number }
  | Omit<SentQuestion, 'call'>;

/** Makes the message of a worker whose job failed. */
export function failed(
  kind: FailureRecord['kind'],
  more: Partial<FailureRecord> = {},
): Extract<JobMessage, { readonly type: 'failed' }> {
  return { type: 'failed', failure: { kind, passing: false, details: {}, message: '', causes: [], ...more } };
}

/** What a scripted worker does for a job: it posts messages with `sendToApp`, and can crash with `die`. */
export type Script = (work: Job, sendToApp: (message: JobMessage) => void, die: () => void) => void;

/** Workers that follow a script, and a clock that the test advances. */
export class ScriptedPorts implements DocumentPorts {
  readonly given: Job[] = [];
  /** The messages that the app posted, except the jobs and the setup. */
  readonly posted: ToWorker[] = [];
  /** Sends another message about the last job. */
  sendToApp: (message: JobMessage) => void = () => undefined;
  started = 0;
  running = 0;
  readonly #script: Script;
  readonly #timers = new Map<number, { at: number; callback: () => void }>();
  #now = 0;
  #lastTimer = 0;

  constructor(script: Script) {
    this.#script = script;
  }

  readonly timers = {
    set: (callback: () => void, delay: number): number => {
      this.#lastTimer += 1;
      this.#timers.set(this.#lastTimer, { at: this.#now + delay, callback });
      return this.#lastTimer;
    },
    clear: (timer: number): void => {
      this.#timers.delete(timer);
    },
  };

  get timersSet(): number {
    return this.#timers.size;
  }

  async pass(milliseconds: number): Promise<void> {
    await settled();
    this.#now += milliseconds;
    for (const [timer, { at, callback }] of [...this.#timers]) {
      if (at > this.#now) continue;
      this.#timers.delete(timer);
      callback();
    }
    await settled();
  }

  setup(): DocumentContract['setup'] {
    return { cmaps: '', openjpeg: '', words: '' };
  }

  startWorker(): Promise<WorkerPort> {
    this.started += 1;
    this.running += 1;
    let alive = true;
    let deliver: (message: FromWorker) => void = () => undefined;
    let end: (reason: unknown) => void = () => undefined;
    return Promise.resolve({
      post: (message) => {
        if (message.type === 'setup') return;
        if (message.type !== 'call') {
          this.posted.push(message);
          return;
        }
        const work = { type: message.name, ...(message.request as object) } as Job;
        this.given.push(work);
        const sendToApp = (jobMessage: JobMessage): void => {
          queueMicrotask(() => {
            if (alive) deliver({ ...jobMessage, call: message.call });
          });
        };
        this.sendToApp = sendToApp;
        const die = (): void => queueMicrotask(() => end(new Error('out of memory')));
        this.#script(work, sendToApp, die);
      },
      transfer: () => undefined,
      listen: (onMessage, onDeath) => {
        deliver = onMessage;
        end = onDeath;
      },
      terminate: () => {
        if (alive) this.running -= 1;
        alive = false;
      },
    });
  }
}

/** Resolves when all promises that can settle have settled. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
