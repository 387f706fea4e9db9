import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled, Failure } from '../../../src/failure';
import { mostWaiting, Queue } from '../../../src/inbox/queue';
import type { Digesting, Outcome, Pause, QueueEntry, Step, Work } from '../../../src/inbox/queue';
import { ManualTimers, settlePromises } from './memory-vault';

const file = (path: string): { path: string; name: string } => ({ path, name: path });
const written = (path: string): Outcome => ({ kind: 'written', notePath: `${path}.md`, state: 'offline' });

/** A queue whose work ends when the test calls `release`. */
function controlled(holdUp?: () => Pause | null): {
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
      onPause: (pause) => pauses.push(pause === null ? null : (pause.failure?.kind ?? 'by hand')),
    },
    clock,
    () => 0,
    holdUp,
  );
  const release = async (outcome: Outcome | Error = written('x')): Promise<void> => {
    settle?.(outcome);
    await settlePromises();
  };
  return { queue, ended, started, release, pauses, clock, idle: () => idle };
}

describe('the queue', () => {
  it('the queue processes PDFs one at a time and in order', async () => {
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

  it('if the user asks for a waiting PDF, only the origin of its entry changes', () => {
    const { queue } = controlled();
    const b = file('b');
    queue.add(file('a'), 'arrived');
    queue.add(b, 'found');
    queue.add(b, 'asked');
    expect(queue.waiting.map((entry) => entry.origin)).toEqual(['asked']);
  });

  it('the queue continues with the next PDF after a PDF fails', async () => {
    const { queue, ended, started, release } = controlled();
    queue.add(file('a'), 'arrived');
    queue.add(file('b'), 'arrived');
    await release(new Failure('pdf-corrupt'));
    await release(new TypeError('a defect'));
    expect(started).toEqual(['a', 'b']);
    const kinds = ended.map(({ state }) => (state.kind === 'failed' ? state.failure.kind : state.kind));
    expect(kinds).toEqual(['pdf-corrupt', 'unexpected']);
  });

  it('a full queue refuses another PDF', () => {
    const { queue } = controlled();
    for (let index = 0; index <= mostWaiting; index += 1)
      expect(queue.add(file(`${index}`), 'found')).toBe(true);
    expect(queue.add(file('one too many'), 'found')).toBe(false);
    expect(queue.waiting).toHaveLength(mostWaiting);
  });

  it('cancelAll cancels the current PDF and all waiting PDFs', async () => {
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

  it('the queue calls no listener and starts no work after dispose', async () => {
    const { queue, ended, started } = controlled();
    queue.add(file('a'), 'arrived');
    queue.add(file('b'), 'arrived');
    queue.dispose();
    await settlePromises();
    expect(queue.add(file('c'), 'arrived')).toBe(false);
    expect(started).toEqual(['a']);
    expect(ended).toEqual([]);
  });

  it('after a failure that would affect every PDF, the queue pauses without losing a PDF', async () => {
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

  it('the queue resumes automatically when the time of the pause is over', async () => {
    const { queue, started, release, clock } = controlled();
    queue.add(file('a'), 'arrived');
    await release({ kind: 'held-up', pause: { failure: new Failure('llm-rate-limit'), until: 5_000 } });
    await clock.pass(4_999);
    expect(started).toEqual(['a']);
    await clock.pass(1);
    expect(started).toEqual(['a', 'a']);
    expect(clock.pending.size).toBe(0);
  });

  it('after the user pauses the queue, the current PDF is finished, but no other PDF starts', async () => {
    const { queue, started, ended, release } = controlled();
    for (const name of ['a', 'b']) queue.add(file(name), 'arrived');
    queue.pause({});
    await release();
    expect(ended.map(({ file: { path }, state }) => [path, state.kind])).toEqual([['a', 'ended']]);
    expect(started).toEqual(['a']);
  });

  it('a pause by the user lasts even if a failure adds a short pause', async () => {
    const { queue, started, release, pauses, clock } = controlled();
    for (const name of ['a', 'b']) queue.add(file(name), 'arrived');
    queue.pause({});
    await release({ kind: 'held-up', pause: { failure: new Failure('llm-rate-limit'), until: 5_000 } });
    await clock.pass(10_000);
    expect(started).toEqual(['a']);
    expect(queue.waiting.map((entry) => entry.file.path)).toEqual(['a', 'b']);
    queue.resume();
    expect(started).toEqual(['a', 'a']);
    expect(pauses).toEqual(['by hand', null]);
  });

  it('when PDFs are moved in the queue, they are processed in the new order', async () => {
    const { queue, started, release } = controlled();
    const files = ['a', 'b', 'c', 'd'].map(file);
    for (const each of files) queue.add(each, 'arrived');
    const [a, b, , d] = files;
    if (!a || !b || !d) throw new Error('The test needs four files.');
    queue.move(d, 0);
    queue.move(b, 99);
    queue.move(a, 1);
    expect(queue.waiting.map((entry) => entry.file.path)).toEqual(['d', 'c', 'b']);
    for (let rest = 0; rest < 4; rest += 1) await release();
    expect(started).toEqual(['a', 'd', 'c', 'b']);
  });

  it('the queue neither loses nor duplicates a PDF under any sequence of changes', () => {
    const step = fc.tuple(
      fc.constantFrom('add', 'move', 'cancel', 'pause', 'resume'),
      fc.nat(9),
      fc.integer({ min: -2, max: 12 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { queue, ended } = controlled();
        const files = Array.from({ length: 10 }, (_, index) => file(`${index}`));
        const added = new Set<unknown>();
        for (const [what, index, to] of steps) {
          const each = files[index] ?? file('none');
          if (what === 'pause') queue.pause({});
          else if (what === 'resume') queue.resume();
          else if (what === 'move') queue.move(each, to);
          else if (what === 'cancel') queue.cancel(each);
          else {
            added.add(each);
            queue.add(each, 'arrived');
          }
          const waiting = queue.waiting.map((entry) => entry.file);
          expect(new Set(waiting).size).toBe(waiting.length);
          expect(
            new Set([...waiting, queue.working?.file, ...ended.map((entry) => entry.file)].filter(Boolean)),
          ).toEqual(added);
        }
      }),
    );
  });

  it('the queue reports the start time and tokens of each step to every subscribed listener', async () => {
    const clock = new ManualTimers();
    let spent = 100;
    let reportStep: (step: Step) => void = () => undefined;
    let finish: (outcome: Outcome) => void = () => undefined;
    const work: Work = (_, __, onStep) => {
      reportStep = onStep;
      return new Promise((resolve) => (finish = resolve));
    };
    const queue = new Queue(
      work,
      { onChange: () => undefined, onIdle: () => undefined, onPause: () => undefined },
      clock,
      () => spent,
    );
    const received: (QueueEntry | null)[] = [];
    const stop = queue.subscribe((entry) => received.push(entry));
    queue.subscribe((entry) => received.push(entry));
    queue.add(file('a'), 'arrived');
    await clock.pass(500);
    reportStep({ kind: 'extracting', done: 1, of: 2 });
    await clock.pass(500);
    spent += 30;
    reportStep({ kind: 'extracting', done: 2, of: 2 });
    stop();
    finish(written('a'));
    await settlePromises();
    const states = received.map((entry) =>
      entry?.state.kind === 'working' ? [entry.state.since, entry.state.tokens] : (entry?.endedAt ?? null),
    );
    expect(states).toEqual([null, null, [0, 0], [0, 0], [500, 0], [500, 0], [500, 30], [500, 30], 1_000]);
  });

  it('the time of a step restarts when the digest enters its next stage', async () => {
    const clock = new ManualTimers();
    let reportStep: (step: Step) => void = () => undefined;
    const work: Work = (_, __, onStep) => {
      reportStep = onStep;
      return new Promise(() => undefined);
    };
    const events = { onChange: () => undefined, onIdle: () => undefined, onPause: () => undefined };
    const queue = new Queue(work, events, clock);
    queue.add(file('a'), 'arrived');
    const since = async (step: Partial<Digesting>): Promise<number> => {
      await clock.pass(100);
      reportStep({ kind: 'digesting', part: 1, of: 3, model: 'm', ...step });
      return queue.working?.state.kind === 'working' ? queue.working.state.since : NaN;
    };
    expect([await since({}), await since({ part: 2 })]).toEqual([100, 100]);
    expect(await since({ stage: 'reading' })).toBe(300);
    expect(await since({ stage: 'reading', part: 2 })).toBe(300);
    expect(await since({ stage: 'correcting' })).toBe(500);
  });

  it('the queue leaves no timer behind if it is disposed during a pause', async () => {
    const { queue, release, clock } = controlled();
    queue.add(file('a'), 'arrived');
    await release({ kind: 'held-up', pause: { failure: new Failure('llm-rate-limit'), until: 5_000 } });
    queue.dispose();
    expect(clock.pending.size).toBe(0);
  });
});

describe('holdUp', () => {
  it('the queue starts no PDF and cannot be resumed while `holdUp` returns a pause', async () => {
    let isHeld = false;
    const failure = new Failure('settings-not-approved');
    const { queue, started, release, pauses } = controlled(() => (isHeld ? { failure } : null));
    for (const name of ['a', 'b']) queue.add(file(name), 'asked');
    isHeld = true;
    await release();
    expect(started).toEqual(['a']);
    queue.resume();
    expect(queue.paused).toEqual({ failure });
    queue.pause({});
    queue.resume();
    expect(started).toEqual(['a']);
    isHeld = false;
    queue.resume();
    expect(started).toEqual(['a', 'b']);
    const held = 'settings-not-approved';
    expect(pauses).toEqual([held, held, 'by hand', held, null]);
  });
});
