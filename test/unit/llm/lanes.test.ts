import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/failure';
import { Lanes } from '../../../src/llm/lanes';

const notAborted = new AbortController().signal;

function request(): { readonly run: () => Promise<void>; end: () => void; readonly hasBegun: boolean } {
  let begun = false;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    run: () => {
      begun = true;
      return ended;
    },
    end: () => {
      end();
    },
    get hasBegun() {
      return begun;
    },
  };
}

describe('Lanes', () => {
  it('at first, all requests run at the same time', () => {
    const [lanes, requests] = [new Lanes(), [request(), request(), request()]];
    for (const { run } of requests) void lanes.run(run, notAborted);
    expect(requests.map(({ hasBegun }) => hasBegun)).toEqual([true, true, true]);
  });

  it('requests wait in order after the limit of simultaneous requests is lowered', async () => {
    const [lanes, [first, second, third]] = [new Lanes(), [request(), request(), request()] as const];
    const running = lanes.run(first.run, notAborted);
    lanes.narrow();
    const waiting = [lanes.run(second.run, notAborted), lanes.run(third.run, notAborted)];
    expect([second.hasBegun, third.hasBegun]).toEqual([false, false]);
    first.end();
    await running;
    second.end();
    await waiting[0];
    third.end();
    await waiting[1];
    expect(lanes.areUsed).toBe(false);
  });

  it('one request can run even after the limit of simultaneous requests is lowered', async () => {
    const lanes = new Lanes();
    lanes.narrow();
    expect(await lanes.run(() => Promise.resolve(7), notAborted)).toBe(7);
  });

  it('the next request runs after a waiting request is cancelled', async () => {
    const [lanes, first, controller] = [new Lanes(), request(), new AbortController()];
    const running = lanes.run(first.run, notAborted);
    lanes.narrow();
    const cancelled = lanes.run(() => Promise.resolve(1), controller.signal);
    const next = lanes.run(() => Promise.resolve(2), notAborted);
    controller.abort();
    await expect(cancelled).rejects.toBeInstanceOf(Cancelled);
    first.end();
    await running;
    expect(await next).toBe(2);
  });
});
