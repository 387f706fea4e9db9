/** How often {@link calm} looks, in ms. */
const interval = 50;

/** What {@link calm} observes. */
export interface Observed {
  /** Whether something is under way. */
  readonly isBusy: () => boolean;
  /** A number that changes whenever something has happened. */
  readonly events: () => number;
}

/** Resolves once nothing has happened for `forMs`, but after `atMostMs` at the latest. */
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
