/** Timers that behave like `setTimeout` and `clearTimeout`. Times are in ms. Tests replace the timers. */
export interface Timers {
  set(callback: () => void, ms: number): number;
  clear(timer: number): void;
}

/** Timers and the current time. */
export interface Clock extends Timers {
  /** Returns the ms since 1970. */
  now(): number;
}

/** The clock of the JavaScript engine. It works both in the app and in a worker. */
export const systemClock: Clock = {
  now: () => Date.now(),
  set: (callback, ms) => self.setTimeout(callback, ms),
  clear: (timer) => self.clearTimeout(timer),
};

const parts = 4;

/**
 * Calls `callback` after `ms` milliseconds. Returns a function that cancels the call. When the device wakes
 * from sleep, a timer may end before the messages that arrived during the sleep are handled. So the time is
 * divided into four timers, and these messages are handled while the next timers run. If the device slept
 * during the last timer, `callback` may be called before these messages are handled.
 */
export function whenAwakeFor(timers: Timers, ms: number, callback: () => void): () => void {
  let timer = 0;
  let left = parts;
  const next = (): void => {
    left -= 1;
    timer = timers.set(left === 0 ? callback : next, ms / parts);
  };
  next();
  return () => timers.clear(timer);
}
