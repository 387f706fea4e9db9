import { expect, it } from 'vitest';
import { OneWindow, type Locks } from '../../../src/app/one-window';

interface Request {
  readonly grant: () => Promise<unknown> | undefined;
  readonly reject: (thrown: unknown) => void;
}

/** Web Locks of one name, as the standard describes them. */
function webLocks(): Locks {
  let holder: Request | null = null;
  const line: Request[] = [];
  const next = (): void => {
    const request = holder === null ? line.shift() : undefined;
    if (request !== undefined) run(request);
  };
  const run = (request: Request): void => {
    holder = request;
    void Promise.resolve(request.grant()).then(() => {
      if (holder === request) holder = null;
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
      if (options.ifAvailable === true && holder !== null) resolve(callback(null));
      else if (options.steal === true) {
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

it('of two windows of one vault, one works, and the other takes over when the first closes', async () => {
  const locks = webLocks();
  const changes: string[] = [];
  const open = async (name: string): Promise<OneWindow> => {
    const window = new OneWindow(locks, 'vault', (isWorking) => changes.push(`${name} ${String(isWorking)}`));
    await window.start();
    return window;
  };
  const first = await open('first');
  const second = await open('second');
  expect([first.isWorking, second.isWorking, changes]).toEqual([true, false, ['second false']]);
  first.dispose();
  await settle();
  expect([second.isWorking, changes.at(-1)]).toEqual([true, 'second true']);
});

it('a window that the user wants to work takes over at once', async () => {
  const locks = webLocks();
  const [first, second] = ['first', 'second'].map(() => new OneWindow(locks, 'vault', () => undefined));
  await first?.start();
  await second?.start();
  second?.takeOver();
  await settle();
  expect([first?.isWorking, second?.isWorking]).toEqual([false, true]);
  second?.dispose();
  await settle();
  expect(first?.isWorking).toBe(true);
});

it('a window that waited and was closed never works, and every window works without Web Locks', async () => {
  const locks = webLocks();
  const [first, second] = ['first', 'second'].map(() => new OneWindow(locks, 'vault', () => undefined));
  await first?.start();
  await second?.start();
  second?.dispose();
  first?.dispose();
  await settle();
  expect(second?.isWorking).toBe(false);
  const alone = new OneWindow(undefined, 'vault', () => undefined);
  await alone.start();
  expect(alone.isWorking).toBe(true);
});
