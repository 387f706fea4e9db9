import { describe, expect, it } from 'vitest';
import { anyOf, untilAborted } from '../../src/abort';
import { Cancelled, throwIfCancelled } from '../../src/failure';

const never = new Promise<string>(() => undefined);

describe('untilAborted', () => {
  it('untilAborted passes on the result or the error of the work', async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(Promise.resolve('done'), signal)).toBe('done');
    await expect(untilAborted(Promise.reject(new TypeError('no')), signal)).rejects.toThrow(TypeError);
  });

  it('untilAborted throws Cancelled or the given error as soon as the signal is aborted', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(never, controller.signal);
    const other = untilAborted(never, controller.signal, () => new DOMException('aborted', 'AbortError'));
    controller.abort();
    await expect(waiting).rejects.toBeInstanceOf(Cancelled);
    await expect(other).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('if the signal is already aborted, untilAborted throws Cancelled even after the work has ended', async () => {
    const outcome = untilAborted(Promise.resolve('done'), AbortSignal.abort());
    await expect(outcome).rejects.toBeInstanceOf(Cancelled);
  });

  it('untilAborted leaves no unhandled rejection if the work fails after the abort', async () => {
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

describe('anyOf', () => {
  it('anyOf returns a signal that is aborted as soon as one given signal is aborted', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const { signal } = anyOf([one.signal, other.signal]);
    expect(signal.aborted).toBe(false);
    other.abort();
    expect(signal.aborted).toBe(true);
    expect(anyOf([one.signal, AbortSignal.abort()]).signal.aborted).toBe(true);
  });

  it('after `release`, a given signal no longer aborts the signal of anyOf', () => {
    const one = new AbortController();
    const { signal, release } = anyOf([one.signal]);
    release();
    one.abort();
    expect(signal.aborted).toBe(false);
  });
});
