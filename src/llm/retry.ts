import { Failure } from '../failure';
import type { ModelPorts } from './ports';
import { sleep } from './wait';
import { BILLED } from './wire/completion';

/** Maximum number of requests for one call. */
const MAX_ATTEMPTS = 4;
/** Maximum number of unusable answers to one call. The endpoint may bill such answers. */
const MAX_BILLED = 2;
/** First pause of the exponential backoff, in ms. */
const FIRST_PAUSE = 1_000;
/** Longest pause of the exponential backoff, in ms. */
const LONGEST_PAUSE = 30_000;
/** Longest `Retry-After` that a call waits for, in seconds. If it is longer, the call fails. */
const LONGEST_RETRY_AFTER = 60;

/**
 * Runs `attempt` until it succeeds, fails permanently, has failed {@link MAX_ATTEMPTS} times, or has got
 * {@link MAX_BILLED} unusable answers. The pauses grow exponentially. They are partly random, so that
 * several devices do not retry at the same moment.
 * @param patience while a server is loading its model, attempts continue until the pauses add up to this
 * number of ms
 * @throws the last Failure, or Cancelled when the signal is aborted during a pause.
 */
export async function withRetries<T>(
  ports: ModelPorts,
  signal: AbortSignal,
  attempt: () => Promise<T>,
  patience = 0,
): Promise<T> {
  let waited = 0;
  let billed = 0;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (thrown) {
      const mayWait = isLoading(thrown) && waited < patience;
      if (isBilled(thrown)) billed += 1;
      const mayRepeat = (attempts < MAX_ATTEMPTS && billed < MAX_BILLED) || mayWait;
      const pause = mayRepeat ? pauseAfter(thrown, attempts, ports) : null;
      if (pause === null) throw thrown;
      await sleep(ports.clock, pause, signal);
      waited += pause;
    }
  }
}

function isLoading(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.details['reason'] === 'loading';
}

function isBilled(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.details['billed'] === BILLED.billed;
}

/** Returns the pause before the next attempt, in ms; null when there must be no further attempt. */
function pauseAfter(thrown: unknown, attempts: number, ports: ModelPorts): number | null {
  if (!(thrown instanceof Failure) || !thrown.passing) return null;
  const retryAfter = thrown.details['retryAfterSeconds'];
  const backoff = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE) * (0.5 + ports.random() / 2);
  if (typeof retryAfter !== 'number') return backoff;
  return retryAfter > LONGEST_RETRY_AFTER ? null : Math.max(retryAfter * 1000, backoff);
}
