/** Time between two checks of {@link calm}, in ms. */
const interval = 50;

/** The observations that {@link calm} needs. */
export interface Observed {
  /** Returns whether work is in progress. */
  readonly isBusy: () => boolean;
  /** Returns a number that changes with every event. */
  readonly events: () => number;
}

/** Resolves when nothing has happened for `forMs` ms, or when `atMostMs` ms have passed. */
export async function calm({ isBusy, events }: Observed, forMs: number, atMostMs: number): Promise<void> {
  const start = performance.now();
  let calmSince = start;
  let before = events();
  for (let now = start; now - calmSince < forMs && now - start < atMostMs; now = performance.now()) {
    const after = events();
    if (after !== before || isBusy()) calmSince = now;
    before = after;
    await new Promise((resolve) => window.setTimeout(resolve, interval));
  }
}
