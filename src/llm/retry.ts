import { Failure } from '../failure';
import type { ModelPorts } from './ports';
import { sleep } from './wait';

/** Requests in all for one call that keeps failing in a passing way. */
const MAX_ATTEMPTS = 4;
/** First pause and longest pause of the backoff, in ms. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** A `Retry-After` up to this is waited for here, in seconds; a longer one is the caller's to plan with. */
const LONGEST_RETRY_AFTER = 60;

/**
 * Runs `attempt` until it succeeds, fails for good, or has failed {@link MAX_ATTEMPTS} times. Pauses grow
 * exponentially, with jitter, so that several devices do not come back at the same moment.
 * @throws the last Failure; Cancelled when the signal is aborted during a pause.
 */
export async function withRetries<T>(ports: ModelPorts, signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (thrown) {
      const pause = made < MAX_ATTEMPTS ? pauseAfter(thrown, made, ports) : null;
      if (pause === null) throw thrown;
      await sleep(ports.clock, pause, signal);
    }
  }
}

/** Milliseconds to wait before the next attempt; null when there must be none. */
function pauseAfter(thrown: unknown, made: number, ports: ModelPorts): number | null {
  if (!(thrown instanceof Failure) || !thrown.passing) return null;
  const asked = thrown.details['retryAfterSeconds'];
  const backoff = Math.min(FIRST_PAUSE * 2 ** (made - 1), LONGEST_PAUSE) * (0.5 + ports.random() / 2);
  if (typeof asked !== 'number') return backoff;
  return asked > LONGEST_RETRY_AFTER ? null : Math.max(asked * 1000, backoff);
}
