/** The clock and its timers, in ms; the inbox's timers with the time of day added. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  set(callback: () => void, ms: number): number;
  clear(timer: number): void;
}
