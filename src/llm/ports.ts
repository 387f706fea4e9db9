/** What the client needs of the world besides HTTP. All times in ms. */

/** The clock and its timers; the inbox's timers with the time of day added. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  set(callback: () => void, ms: number): number;
  clear(timer: number): void;
}

/** A number in [0, 1). Must not be guessable by the author of a document: it makes the mark around the document. */
export type Random = () => number;

export interface ModelPorts {
  readonly clock: Clock;
  readonly random: Random;
}
