/** Time between two checks of {@link calm}, in ms. */
const interval = 50;

/** What {@link calm} observes. */
export interface Observed {
  /** Returns whether work is in progress. */
  readonly isBusy: () => boolean;
  /** Returns a number that changes when anything happens. */
  readonly events: () => number;
}

/** Waits until nothing has happened for `forMs` ms, but at most `atMostMs` ms. */
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
