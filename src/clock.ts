/** Timers that read like the global functions and can be driven by a test. Times in ms. */
export interface Timers {
  set(callback: () => void, ms: number): number;
  clear(timer: number): void;
}

/** Timers with the time of day. */
export interface Clock extends Timers {
  /** Milliseconds since 1970. */
  now(): number;
}

/** The engine's own clock; in the app as in a worker. */
export const systemClock: Clock = {
  now: () => Date.now(),
  set: (callback, ms) => self.setTimeout(callback, ms),
  clear: (timer) => self.clearTimeout(timer),
};
