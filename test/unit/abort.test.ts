import { describe, expect, it } from 'vitest';
import { anyOf, untilAborted } from '../../src/abort';
import { Cancelled, throwIfCancelled } from '../../src/failure';

const never = new Promise<string>(() => undefined);

describe('untilAborted', () => {
  it('returns the result of the work, and throws its error', async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(Promise.resolve('done'), signal)).toBe('done');
    await expect(untilAborted(Promise.reject(new TypeError('no')), signal)).rejects.toThrow(TypeError);
  });

  it('throws Cancelled, or the given reason, as soon as the signal is aborted', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(never, controller.signal);
    const other = untilAborted(never, controller.signal, () => new DOMException('aborted', 'AbortError'));
    controller.abort();
    await expect(waiting).rejects.toBeInstanceOf(Cancelled);
    await expect(other).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('throws when the signal is already aborted, even if the work has ended', async () => {
    const outcome = untilAborted(Promise.resolve('done'), AbortSignal.abort());
    await expect(outcome).rejects.toBeInstanceOf(Cancelled);
  });

  it('leaves no unhandled rejection when the work fails later', async () => {
    const work = Promise.reject(new TypeError('too late'));
    await expect(untilAborted(work, AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
  });
});

it('throwIfCancelled throws Cancelled if the signal is aborted', () => {
  const controller = new AbortController();
  expect(() => throwIfCancelled(controller.signal)).not.toThrow();
  controller.abort();
  expect(() => throwIfCancelled(controller.signal)).toThrow(Cancelled);
});

describe('the signal that anyOf returns', () => {
  it('is aborted when one of the signals is aborted, or was aborted before', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const { signal } = anyOf([one.signal, other.signal]);
    expect(signal.aborted).toBe(false);
    other.abort();
    expect(signal.aborted).toBe(true);
    expect(anyOf([one.signal, AbortSignal.abort()]).signal.aborted).toBe(true);
  });

  it('is not aborted by a signal after `release`', () => {
    const one = new AbortController();
    const { signal, release } = anyOf([one.signal]);
    release();
    one.abort();
    expect(signal.aborted).toBe(false);
  });
});
