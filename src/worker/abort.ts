import { Cancelled } from '../failure';

/**
 * A signal that is aborted with any of the given ones. (`AbortSignal.any` is younger than the engines we run on.)
 * `release` drops the listeners; without it they would stay as long as the given signals.
 */
export function anyOf(signals: readonly AbortSignal[]): { readonly signal: AbortSignal; readonly release: () => void } {
  const joined = new AbortController();
  const listening = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) joined.abort();
    else signal.addEventListener('abort', () => joined.abort(), { signal: listening.signal });
  }
  return { signal: joined.signal, release: () => listening.abort() };
}

/** The outcome, or Cancelled as soon as the signal is aborted, whichever comes first. */
export async function untilAborted<Result>(outcome: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(new Cancelled());
    signal.addEventListener('abort', () => reject(new Cancelled()), { signal: settled.signal });
  });
  try {
    return await Promise.race([outcome, aborted]);
  } finally {
    settled.abort();
  }
}
