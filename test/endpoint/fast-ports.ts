import type { Clock } from '../../src/clock';
import type { ModelPorts } from '../../src/llm/ports';

/** The timers run this many times faster than real time: a pause of 1 s takes 10 ms. */
const SPEED = 100;

/** `waits` has the requested length of each pause in ms, before `SPEED` shortens it. */
export interface FastClock extends Clock {
  readonly waits: readonly number[];
}

/** @param speedOfNow how many times faster than real time `now` runs; the timers use `SPEED` */
export function fastClock(speedOfNow: number = SPEED): FastClock {
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const waits: number[] = [];
  const started = Date.now();
  let last = 0;
  return {
    waits,
    now: () => started + (Date.now() - started) * speedOfNow,
    set: (callback, ms) => {
      last += 1;
      const id = last;
      waits.push(ms);
      timers.set(
        id,
        setTimeout(() => {
          timers.delete(id);
          callback();
        }, ms / SPEED),
      );
      return id;
    },
    clear: (id) => {
      clearTimeout(timers.get(id));
      timers.delete(id);
    },
  };
}

/** Returns a function like `Math.random`, but with the same numbers in every run. */
export function seededRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function fastPorts(speedOfNow?: number): ModelPorts & { readonly clock: FastClock } {
  return { clock: fastClock(speedOfNow), random: seededRandom() };
}
