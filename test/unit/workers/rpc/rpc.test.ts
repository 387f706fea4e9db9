import { describe, expect, it } from 'vitest';
import { Cancelled, Failure } from '../../../../src/failure';
import { Transferred, type Ask, type Program } from '../../../../src/workers/rpc/contract';
import { LastingWorker } from '../../../../src/workers/rpc/lasting-worker';
import { WorkerLost } from '../../../../src/workers/rpc/link';
import type { FromWorker, ToWorker } from '../../../../src/workers/rpc/messages';
import type { WorkerPort } from '../../../../src/workers/rpc/port';
import { Server } from '../../../../src/workers/rpc/serve';
import { ManualTimers } from '../../inbox/memory-vault';
import { settled } from '../document/scripted-worker';

interface Calculator {
  readonly setup: { readonly base: number };
  readonly calls: {
    /** Adds `base` to the number. Reports a text such as `40 + 2` before it returns the result. */
    readonly add: Plain<number, number> & { readonly progress: string };
    /** Multiplies by a factor that it requests from its caller. */
    readonly scale: Plain<number, number> & {
      readonly questions: { readonly factor: Plain<string, number> };
    };
    readonly fill: Plain<number, ArrayBuffer>;
    readonly fail: Plain<string, never>;
    readonly wait: Plain<null, never>;
    /** Calls the service `look` of the app. */
    readonly look: Plain<string, string>;
  };
  readonly services: { readonly look: Plain<string, string> & { readonly progress: string } };
}

interface Plain<Request, Result> {
  readonly request: Request;
  readonly progress: unknown;
  readonly result: Result;
  readonly questions: object;
}

const { signal } = new AbortController();

function calculator(
  { base }: Calculator['setup'],
  ask: Ask<Calculator['services']>,
  cancelled: string[],
): Program<Calculator['calls']> {
  return {
    add: async (value, { report }) => {
      report(`${String(base)} + ${String(value)}`);
      return base + value;
    },
    scale: async (value, caller) => value * (await caller.ask('factor', 'which?')),
    fill: async (length) => {
      const buffer = new Uint8Array(length).fill(base).buffer;
      return new Transferred(buffer, [buffer]);
    },
    fail: (detail) => Promise.reject(new Failure('llm-server', { passing: false, details: { detail } })),
    wait: (_request, caller) =>
      new Promise((_resolve, reject) => {
        caller.signal.addEventListener('abort', () => {
          cancelled.push('wait');
          reject(new Error('stopped'));
        });
      }),
    look: (what) => ask('look', what, (progress) => cancelled.push(progress)),
  };
}

/** Workers on this thread. Every message is a structured clone, as between threads. */
class Rig {
  started = 0;
  running = 0;
  /** The buffers that were transferred to the app. */
  readonly moved: Transferable[] = [];
  /** Records the side effects of the worker's functions. */
  readonly noted: string[] = [];
  die: (reason: unknown) => void = () => undefined;
  readonly worker = new LastingWorker<Calculator>(
    { startWorker: () => Promise.resolve(this.#start()), setup: () => ({ base: 40 }) },
    {
      look: async (what, report) => {
        report('looking');
        return `${what}!`;
      },
    },
    new ManualTimers(),
  );

  #start(): WorkerPort {
    this.started += 1;
    this.running += 1;
    let toApp: (message: FromWorker) => void = () => undefined;
    const server = new Server<Calculator>(
      (setup, ask) => calculator(setup, ask, this.noted),
      (message, buffers) => {
        this.moved.push(...buffers);
        const sent = structuredClone(message, { transfer: [...buffers] });
        queueMicrotask(() => toApp(sent));
      },
    );
    const post = (message: ToWorker, buffers: readonly Transferable[] = []): void => {
      const sent = structuredClone(message, { transfer: [...buffers] });
      queueMicrotask(() => server.handle(sent));
    };
    return {
      post,
      transfer: post,
      listen: (onMessage, onDeath) => {
        toApp = onMessage;
        this.die = onDeath;
      },
      terminate: () => {
        this.running -= 1;
        toApp = () => undefined;
      },
    };
  }
}

describe('a call to a worker', () => {
  it('a call reports progress and returns its result even if another call runs', async () => {
    const { worker } = new Rig();
    const reports: string[] = [];
    const results = await Promise.all([
      worker.call('add', 2, { signal, onProgress: (text) => reports.push(text) }),
      worker.call('add', 3, { signal }),
    ]);
    expect(results).toEqual([42, 43]);
    expect(reports).toEqual(['40 + 2']);
  });

  it('a worker can send a question to its caller during a call', async () => {
    const { worker } = new Rig();
    const questions: string[] = [];
    const answers = {
      factor: async (request: string): Promise<number> => {
        questions.push(request);
        return 3;
      },
    };
    expect(await worker.call('scale', 5, { signal, answers })).toBe(15);
    expect(questions).toEqual(['which?']);
  });

  it('during a call, the worker can use a service of the app and gets progress reports from it', async () => {
    const { worker, noted } = new Rig();
    expect(await worker.call('look', 'here', { signal })).toBe('here!');
    expect(noted).toEqual(['looking']);
  });

  it('a call transfers a buffer instead of copying it', async () => {
    const { worker, moved } = new Rig();
    expect([...new Uint8Array(await worker.call('fill', 3, { signal }))]).toEqual([40, 40, 40]);
    expect(moved).toMatchObject([{ byteLength: 0 }]);
  });
});

describe('a failed call', () => {
  it('the caller gets the kind and the details of a failure in the worker', async () => {
    const { worker } = new Rig();
    const failure = { kind: 'llm-server', passing: false, details: { detail: 'x' } };
    await expect(worker.call('fail', 'x', { signal })).rejects.toMatchObject(failure);
  });

  it('a call rejects with the error that the handler of its question throws', async () => {
    const { worker } = new Rig();
    const thrown = new Failure('unexpected', { cause: () => 'what no message can carry' });
    const answers = { factor: () => Promise.reject(thrown) };
    await expect(worker.call('scale', 5, { signal, answers })).rejects.toBe(thrown);
  });

  it('a call rejects with the error that `onProgress` throws', async () => {
    const { worker } = new Rig();
    const defect = new Error('a defect of the listener');
    const onProgress = (): void => {
      throw defect;
    };
    await expect(worker.call('add', 1, { signal, onProgress })).rejects.toBe(defect);
  });

  it('a call rejects with TypeError if its question has no handler', async () => {
    const { worker } = new Rig();
    await expect(worker.call('scale', 5, { signal })).rejects.toBeInstanceOf(TypeError);
  });
});

describe('a cancelled call', () => {
  it('a cancelled call ends in the app and in the worker, but other calls continue', async () => {
    const rig = new Rig();
    const { worker, noted } = rig;
    const cancelling = new AbortController();
    const call = worker.call('wait', null, { signal: cancelling.signal });
    const other = worker.call('add', 2, { signal });
    await settled();
    cancelling.abort();
    await expect(call).rejects.toBeInstanceOf(Cancelled);
    await settled();
    expect(noted).toEqual(['wait']);
    expect(await other).toBe(42);
    expect(rig.started).toBe(1);
  });

  it('the app can cancel a call while the call waits for an answer', async () => {
    const { worker } = new Rig();
    const cancelling = new AbortController();
    let answer: (factor: number) => void = () => undefined;
    const answers = { factor: () => new Promise<number>((resolve) => (answer = resolve)) };
    const call = worker.call('scale', 5, { signal: cancelling.signal, answers });
    call.catch(() => undefined);
    await settled();
    cancelling.abort();
    answer(3);
    await expect(call).rejects.toBeInstanceOf(Cancelled);
    expect(await worker.call('add', 2, { signal })).toBe(42);
  });
});

describe('a crashed worker', () => {
  it('a crash of the worker ends its calls, and the next call starts another worker', async () => {
    const rig = new Rig();
    const call = rig.worker.call('wait', null, { signal });
    call.catch(() => undefined);
    await settled();
    rig.die(new Error('out of memory'));
    await expect(call).rejects.toBeInstanceOf(WorkerLost);
    expect(await rig.worker.call('add', 2, { signal })).toBe(42);
    expect(rig).toMatchObject({ started: 2, running: 1 });
  });
});

describe('responses to pings', () => {
  /** Makes a worker that never finishes a call. It responds to pings only if `isAlive` is true. */
  function neverFinishing(isAlive: boolean): {
    timers: ManualTimers;
    worker: LastingWorker<Calculator>;
    ended: () => number;
  } {
    const timers = new ManualTimers();
    let ended = 0;
    const startWorker = (): Promise<WorkerPort> => {
      let toApp: (message: FromWorker) => void = () => undefined;
      const post = ({ type }: ToWorker): void => {
        if (isAlive && type === 'ping') toApp({ type: 'pong' });
      };
      const listen: WorkerPort['listen'] = (onMessage) => void (toApp = onMessage);
      return Promise.resolve({ post, transfer: post, listen, terminate: () => void (ended += 1) });
    };
    const services = { look: () => Promise.resolve('') };
    const worker = new LastingWorker<Calculator>(
      { startWorker, setup: () => ({ base: 1 }) },
      services,
      timers,
    );
    return { timers, worker, ended: () => ended };
  }

  it('a worker is terminated and its calls fail after half a minute without a response', async () => {
    const { timers, worker, ended } = neverFinishing(false);
    const calls = [worker.call('add', 1, { signal }), worker.call('wait', null, { signal })];
    const outcomes = Promise.allSettled(calls);
    await timers.pass(30_000);
    expect(ended()).toBe(0);
    await timers.pass(5_000);
    expect(await outcomes).toMatchObject([{ reason: { why: 'hung' } }, { reason: { why: 'hung' } }]);
    expect([ended(), worker.isRunning, timers.pending.size]).toEqual([1, false, 0]);
  });

  it('a worker that responds to pings continues even if a call waits for an hour', async () => {
    const { timers, worker, ended } = neverFinishing(true);
    const cancelling = new AbortController();
    const call = worker.call('wait', null, { signal: cancelling.signal }).catch((thrown: unknown) => thrown);
    await timers.pass(3_600_000);
    expect(ended()).toBe(0);
    cancelling.abort();
    expect(await call).toBeInstanceOf(Cancelled);
    expect(timers.pending.size).toBe(0);
  });
});
