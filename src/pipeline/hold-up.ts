import type { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { Pause } from '../inbox/queue';

/** Thrown when every waiting PDF would fail for the same reason, so the queue must pause. */
export class HeldUp extends Error {
  constructor(readonly pause: Pause) {
    super('held up');
    this.name = 'HeldUp';
  }
}

/** The pause in ms after a failure that may be over soon. An endpoint can request another pause. */
const passingPause = 60_000;

/** True when a failure concerns only one document and would occur again in a second attempt. */
export function isOwnFailure({ kind, passing }: Failure): boolean {
  return !passing && !traitsOf(kind).stopsQueue;
}

/**
 * Returns the pause that a failure requires, or null when the failure concerns only its document. `now` is in
 * ms since 1970.
 */
export function pauseFor(failure: Failure, now: number): Pause | null {
  if (!traitsOf(failure.kind).stopsQueue) return null;
  if (!failure.passing) return { failure };
  const { retryAfterSeconds } = failure.details;
  const pause = typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : passingPause;
  return { failure, until: now + pause };
}
