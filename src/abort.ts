import { Cancelled } from './failure';

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

/**
 * The outcome of work that may go on after the caller has given up.
 * @param reason makes what is thrown when the signal is aborted; by default Cancelled
 * @throws the reason as soon as the signal is aborted, also when it was aborted before; else what the work
 * throws.
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
    // The abort comes first: work that has ended already does not outrun it.
    return await Promise.race([aborted, work]);
  } finally {
    settled.abort();
  }
}
