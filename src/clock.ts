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
