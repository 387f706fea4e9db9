import { expect, it, vi } from 'vitest';
import { OneWindow, type Locks } from '../../../src/app/one-window';
import { ManualTimers } from '../inbox/memory-vault';

interface Request {
  readonly grant: () => Promise<unknown> | undefined;
  readonly reject: (thrown: unknown) => void;
}

/** Makes a lock manager as the Web Locks standard describes it. All requests must have the same lock name. */
function webLocks(): Locks {
  let holder: Request | null = null;
  const line: Request[] = [];
  const next = (): void => {
    const request = holder === null ? line.shift() : undefined;
    if (request !== undefined) run(request);
  };
  const run = (request: Request): void => {
    holder = request;
    const isHeld = (): boolean => holder === request;
    // As the standard requires, the callback is called only after `locks.request(…)` has returned.
    void Promise.resolve()
      .then(() => (isHeld() ? request.grant() : undefined))
      .then(() => {
        if (!isHeld()) return;
        holder = null;
        next();
      });
  };
  const request = (
    _name: string,
    options: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const lock = { name: _name, mode: 'exclusive' } as Lock;
      const entry = { grant: () => Promise.resolve(callback(lock)).then(resolve), reject };
      options.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      if (options.steal === true) {
        holder?.reject(new DOMException('', 'AbortError'));
        run(entry);
      } else {
        line.push(entry);
        next();
      }
    });
  return { request: request as Locks['request'] };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function open(locks: Locks | undefined, changes: boolean[] = []): Promise<OneWindow> {
  const timers = new ManualTimers();
  const window = new OneWindow(locks, 'vault', timers, (isWorking) => changes.push(isWorking));
  window.start();
  await settle();
  await timers.pass(2_000);
  return window;
}

it('the second window of a vault begins to work only when the first one closes', async () => {
  const locks = webLocks();
  const [ofFirst, ofSecond]: [boolean[], boolean[]] = [[], []];
  const first = await open(locks, ofFirst);
  const second = await open(locks, ofSecond);
  expect([first.isWorking, second.isWorking]).toEqual([true, false]);
  first.dispose();
  await settle();
  expect([second.isWorking, ofFirst, ofSecond]).toEqual([true, [], [false, true]]);
});

it('a waiting window begins to work at once after the user chooses to take over', async () => {
  const locks = webLocks();
  const [first, second] = [await open(locks), await open(locks)];
  second.takeOver();
  await settle();
  expect([first.isWorking, second.isWorking]).toEqual([false, true]);
  second.dispose();
  await settle();
  expect(first.isWorking).toBe(true);
});

it('a window requests the lock only once if the user takes over twice', async () => {
  const locks = webLocks();
  const [first, second] = [await open(locks), await open(locks)];
  const request = vi.spyOn(locks, 'request');
  second.takeOver();
  second.takeOver();
  await settle();
  // One of the two requests is from the first window, which has lost the lock and waits for it.
  expect([first.isWorking, second.isWorking, request.mock.calls.length]).toEqual([false, true, 2]);
});

it('if a window was closed while it waited for the lock, it never begins to work', async () => {
  const locks = webLocks();
  const [first, second] = [await open(locks), await open(locks)];
  second.dispose();
  first.dispose();
  await settle();
  expect(second.isWorking).toBe(false);
});

it.each<[string, Locks | undefined]>([
  ['has no Web Locks', undefined],
  ['refuses a lock', { request: () => Promise.reject(new DOMException('', 'SecurityError')) }],
])('every window works if the app %s', async (_, locks) => {
  expect((await open(locks)).isWorking).toBe(true);
});
