import type { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { Pause } from '../inbox/queue';

/** Thrown when every PDF that waits would fail as this one does: none of them should. */
export class HeldUp extends Error {
  constructor(readonly pause: Pause) {
    super('held up');
    this.name = 'HeldUp';
  }
}

/** How long the queue stands still for what passes by itself, unless the endpoint says otherwise, in ms. */
const passingPause = 60_000;

/** Whether a failure is about its document alone, and would come again however often the same endpoint is asked. */
export function isOwnFailure({ kind, passing }: Failure): boolean {
  return !passing && !traitsOf(kind).stopsQueue;
}

/** How long to stand still for a failure, or null when it is the document's own. `now` in ms since 1970. */
export function pauseFor(failure: Failure, now: number): Pause | null {
  if (!traitsOf(failure.kind).stopsQueue) return null;
  if (!failure.passing) return { failure };
  const { retryAfterSeconds } = failure.details;
  const pause = typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : passingPause;
  return { failure, until: now + pause };
}
