import { Cancelled } from './failure';

/**
 * Joins several signals: the returned `signal` is aborted as soon as one of the given signals is aborted.
 * `AbortSignal.any` does the same, but some supported engines do not have it. Call `release` when the joined
 * signal is no longer needed. `release` removes the listeners from the given signals.
 */
export function anyOf(signals: readonly AbortSignal[]): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const joined = new AbortController();
  const listening = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) joined.abort();
    else signal.addEventListener('abort', () => joined.abort(), { signal: listening.signal });
  }
  return { signal: joined.signal, release: () => listening.abort() };
}

/**
 * Waits for `work`, but only until the signal is aborted. The work itself may continue after that.
 * @param reason creates the error to throw when the signal is aborted; `Cancelled` by default
 * @throws the error of `reason` when the signal is or becomes aborted; otherwise what `work` throws
 */
export async function untilAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal,
  reason: () => Error = () => new Cancelled(),
): Promise<Result> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const abort = (): void => reject(reason());
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { signal: settled.signal });
  });
  try {
    // `aborted` is first, so that it takes precedence over work that has already ended.
    return await Promise.race([aborted, work]);
  } finally {
    settled.abort();
  }
}
