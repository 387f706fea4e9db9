import { expect, it } from 'vitest';
import { whenAwakeFor, type Clock } from '../../src/clock';
import { withDeadline } from '../../src/llm/wait';
import { Silence } from '../../src/workers/rpc/silence';
import { ManualTimers, settlePromises } from './inbox/memory-vault';

/** Fires all pending timers at once, as on a device that wakes up. */
async function wakeUp(timers: ManualTimers): Promise<void> {
  for (const [timer, { callback }] of [...timers.pending]) {
    if (!timers.pending.delete(timer)) continue;
    callback();
  }
  await settlePromises();
}

it('a request returns an answer that arrives right after the device wakes up', async () => {
  const timers = new ManualTimers();
  let arrive = (_answer: string): void => undefined;
  const answer = new Promise<string>((resolve) => {
    arrive = resolve;
  });
  const clock: Clock = timers;
  const request = withDeadline(clock, 60_000, new AbortController().signal, () => answer);
  await wakeUp(timers);
  arrive('answer');
  await expect(request).resolves.toBe('answer');
});

it('a request times out if the endpoint stays silent while the device is awake', async () => {
  const timers = new ManualTimers();
  const never = new Promise<string>(() => undefined);
  const request = withDeadline(timers, 60_000, new AbortController().signal, () => never);
  const outcome = expect(request).rejects.toMatchObject({ kind: 'llm-timeout', details: { seconds: 60 } });
  await timers.pass(60_000);
  await outcome;
});

it('an endless response times out after ten times the limit of silence', async () => {
  const timers = new ManualTimers();
  let sign = (): void => undefined;
  const endless = (_signal: AbortSignal, onSign: () => void): Promise<string> => {
    sign = onSign;
    return new Promise<string>(() => undefined);
  };
  const request = withDeadline(timers, 60_000, new AbortController().signal, endless);
  const outcome = expect(request).rejects.toMatchObject({ kind: 'llm-timeout', details: { seconds: 600 } });
  for (let second = 0; second < 600; second += 30) {
    sign();
    await timers.pass(30_000);
  }
  await outcome;
});

it('a worker is not treated as hung right after the device wakes up', async () => {
  const timers = new ManualTimers();
  let hung = 0;
  const silence = new Silence(timers, 60_000, () => (hung += 1));
  await wakeUp(timers);
  expect(hung).toBe(0);
  silence.messageArrived();
  await timers.pass(60_000);
  expect(hung).toBe(1);
});

it('`whenAwakeFor` returns a function that cancels the planned call', async () => {
  const timers = new ManualTimers();
  let called = 0;
  whenAwakeFor(timers, 1_000, () => (called += 1))();
  await timers.pass(5_000);
  expect(called).toBe(0);
});
