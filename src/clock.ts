/** Timers that behave like the global functions, in ms. Tests replace them. */
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

/** The number of parts into which `whenAwakeFor` divides the time that it measures. */
const parts = 4;

/**
 * Calls `callback` after `ms` milliseconds. The time is measured in parts. A gap of the clock, in which the
 * device slept, counts as one part at most. So messages that arrived during the gap are handled before the
 * time is over. Returns a function that stops the measurement.
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
