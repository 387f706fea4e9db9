import type { WorkerPort, WorkerPorts } from '../../../../src/workers/rpc/ports';
import type { FromWorker, Job, JobMessage, ToWorker } from '../../../../src/workers/document/protocol';

/** What a scripted worker does with a job: what it says, and whether it dies afterwards. */
export type Script = (work: Job, say: (says: JobMessage) => void, die: () => void) => void;

/** Workers that follow a script, and a clock that the test moves. */
export class ScriptedPorts implements WorkerPorts {
  readonly given: Job[] = [];
  /** What the app said besides jobs. */
  readonly told: ToWorker[] = [];
  /** Says something more about the last job. */
  say: (says: JobMessage) => void = () => undefined;
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

  /** Moves the clock, and lets what follows from it happen. */
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

  startWorker(): Promise<WorkerPort> {
    this.started += 1;
    this.running += 1;
    let alive = true;
    let tell: (message: FromWorker) => void = () => undefined;
    let end: (reason: unknown) => void = () => undefined;
    return Promise.resolve({
      post: (message) => {
        if (message.type !== 'job') {
          this.told.push(message);
          return;
        }
        this.given.push(message.work);
        const say = (says: JobMessage): void => {
          queueMicrotask(() => {
            if (alive) tell({ type: 'job', job: message.job, says });
          });
        };
        this.say = say;
        const die = (): void => queueMicrotask(() => end(new Error('out of memory')));
        this.#script(message.work, say, die);
      },
      listen: (onMessage, onDeath) => {
        tell = onMessage;
        end = onDeath;
      },
      terminate: () => {
        if (alive) this.running -= 1;
        alive = false;
      },
    });
  }
}

/** Everything that only waits for promises has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
