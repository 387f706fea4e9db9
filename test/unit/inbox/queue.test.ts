import { describe, expect, it } from 'vitest';
import { Cancelled, Failure, throwIfCancelled } from '../../../src/failure';
import { mostWaiting, Queue, type Outcome, type QueueEntry } from '../../../src/inbox/queue';
import { ManualTimers, settlePromises } from './memory-vault';

const file = (path: string): { path: string; name: string } => ({ path, name: path });
const written = (path: string): Outcome => ({ kind: 'written', notePath: `${path}.md`, state: 'offline' });

/** Work that ends when told to. */
function controlled(): {
  queue: Queue;
  ended: QueueEntry[];
  idle: () => number;
  release: (outcome?: Outcome | Error) => Promise<void>;
  started: string[];
  pauses: (string | null)[];
  clock: ManualTimers;
} {
  const started: string[] = [];
  const pauses: (string | null)[] = [];
  const clock = new ManualTimers();
  const ended: QueueEntry[] = [];
  let idle = 0;
  let settle: ((outcome: Outcome | Error) => void) | null = null;
  const queue = new Queue(
    (entry, signal) =>
      new Promise((resolve, reject) => {
        started.push(entry.file.path);
        settle = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
        signal.addEventListener('abort', () => reject(new Cancelled()));
      }),
    {
      onChange: (entry) => {
        if (entry.state.kind !== 'waiting' && entry.state.kind !== 'working') ended.push(entry);
      },
      onIdle: () => (idle += 1),
      onPause: (pause) => pauses.push(pause?.failure.kind ?? null),
    },
    clock,
  );
  const release = async (outcome: Outcome | Error = written('x')): Promise<void> => {
    settle?.(outcome);
    await settlePromises();
  };
  return { queue, ended, started, release, pauses, clock, idle: () => idle };
}

describe('the queue', () => {
  it('works on one PDF at a time, in order', async () => {
    const { queue, started, release, idle } = controlled();
    for (const name of ['a', 'b', 'c']) queue.add(file(name), 'arrived');
    expect(started).toEqual(['a']);
    await release();
    expect(started).toEqual(['a', 'b']);
    await release();
    await release();
    expect(started).toEqual(['a', 'b', 'c']);
    expect(idle()).toBe(1);
  });

  it('does not queue a waiting PDF again', () => {
    const { queue } = controlled();
    const b = file('b');
    queue.add(file('a'), 'arrived');
    queue.add(b, 'found');
    queue.add(b, 'asked');
    expect(queue.waiting.map((entry) => entry.origin)).toEqual(['asked']);
  });

  it('goes on after a failure, which ends in its entry', async () => {
    const { queue, ended, started, release } = controlled();
    queue.add(file('a'), 'arrived');
    queue.add(file('b'), 'arrived');
    await release(new Failure('pdf-corrupt'));
    await release(new TypeError('a defect'));
    expect(started).toEqual(['a', 'b']);
    const kinds = ended.map(({ state }) => (state.kind === 'failed' ? state.failure.kind : state.kind));
    expect(kinds).toEqual(['pdf-corrupt', 'unexpected']);
  });

  it('says when it is full instead of growing without bound', () => {
    const { queue } = controlled();
    for (let index = 0; index <= mostWaiting; index += 1) expect(queue.add(file(`${index}`), 'found')).toBe(true);
    expect(queue.add(file('one too many'), 'found')).toBe(false);
    expect(queue.waiting).toHaveLength(mostWaiting);
  });

  it('cancels what is being worked on and what waits', async () => {
    const { queue, ended, started } = controlled();
    for (const name of ['a', 'b', 'c']) queue.add(file(name), 'arrived');
    expect(queue.cancelAll()).toBe(3);
    await settlePromises();
    expect(started).toEqual(['a']);
    expect(ended.map(({ file: { path }, state }) => [path, state.kind]).sort()).toEqual([
      ['a', 'cancelled'],
      ['b', 'cancelled'],
      ['c', 'cancelled'],
    ]);
  });

  it('reports nothing and starts nothing once disposed', async () => {
    const { queue, ended, started } = controlled();
    queue.add(file('a'), 'arrived');
    queue.add(file('b'), 'arrived');
    queue.dispose();
    await settlePromises();
    expect(queue.add(file('c'), 'arrived')).toBe(false);
    expect(started).toEqual(['a']);
    expect(ended).toEqual([]);
  });

  it('stands still instead of failing every PDF alike, loses none, and goes on when told to', async () => {
    const { queue, started, release, pauses, ended } = controlled();
    for (const name of ['a', 'b']) queue.add(file(name), 'arrived');
    await release({ kind: 'held-up', pause: { failure: new Failure('llm-key-wrong') } });
    expect(queue.waiting.map((entry) => entry.file.path)).toEqual(['a', 'b']);
    expect(queue.working).toBeNull();
    queue.add(file('c'), 'arrived');
    expect(started).toEqual(['a']);
    queue.resume();
    for (let rest = 0; rest < 3; rest += 1) await release();
    expect(started).toEqual(['a', 'a', 'b', 'c']);
    expect(ended).toHaveLength(3);
    expect(pauses).toEqual(['llm-key-wrong', null]);
  });

  it('goes on by itself when the pause has an end', async () => {
    const { queue, started, release, clock } = controlled();
    queue.add(file('a'), 'arrived');
    await release({ kind: 'held-up', pause: { failure: new Failure('llm-rate-limit'), until: 5_000 } });
    await clock.pass(4_999);
    expect(started).toEqual(['a']);
    await clock.pass(1);
    expect(started).toEqual(['a', 'a']);
    expect(clock.pending.size).toBe(0);
  });

  it('leaves no timer behind when it is disposed while it stands still', async () => {
    const { queue, release, clock } = controlled();
    queue.add(file('a'), 'arrived');
    await release({ kind: 'held-up', pause: { failure: new Failure('llm-rate-limit'), until: 5_000 } });
    queue.dispose();
    expect(clock.pending.size).toBe(0);
  });

  it('hands the signal on, so that work can stop at any point', () => {
    const controller = new AbortController();
    expect(() => throwIfCancelled(controller.signal)).not.toThrow();
    controller.abort();
    expect(() => throwIfCancelled(controller.signal)).toThrow(Cancelled);
  });
});
