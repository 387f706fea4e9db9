import { Cancelled, Failure, throwIfCancelled } from '../failure';
import { whenAwakeFor, type Clock } from '../clock';

/**
 * Waits for `ms` milliseconds.
 * @throws Cancelled as soon as the signal is aborted.
 */
export async function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  throwIfCancelled(signal);
  await new Promise<void>((resolve, reject) => {
    const cancel = (): void => {
      clock.clear(timer);
      reject(new Cancelled());
    };
    const timer = clock.set(() => {
      signal.removeEventListener('abort', cancel);
      resolve();
    }, ms);
    signal.addEventListener('abort', cancel, { once: true });
  });
}

/**
 * The maximum time of a whole response, as a multiple of the maximum silence. Without this limit, a response
 * might never end if the server sends only comments that keep the connection alive.
 */
const MOST_SILENCES = 10;

/**
 * Runs `work` and aborts it when the caller's signal is aborted, or after `ms` milliseconds of silence.
 * `work` calls `onSign` whenever something arrives; the time of silence then starts again. After an abort or
 * a timeout, the promise is rejected at once and does not wait for `work`, because a request that was sent
 * through the app cannot be cancelled.
 * @throws Cancelled after an abort by the caller, Failure `llm-timeout` after a timeout, or whatever `work`
 * throws.
 */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal, onSign: () => void) => Promise<T>,
): Promise<T> {
  throwIfCancelled(signal);
  const inner = new AbortController();
  let settle: (() => void) | undefined;
  let onSign: (() => void) | undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    const cancel = (): void => {
      reject(new Cancelled());
      inner.abort();
    };
    const expireAfter = (limit: number): (() => void) =>
      whenAwakeFor(clock, limit, () => {
        // This failure is not retried: the endpoint may still be working on the request and bill it.
        reject(new Failure('llm-timeout', { details: { seconds: Math.round(limit / 1000) } }));
        inner.abort();
      });
    const stopTotal = expireAfter(ms * MOST_SILENCES);
    let stopSilence = expireAfter(ms);
    signal.addEventListener('abort', cancel, { once: true });
    onSign = () => {
      stopSilence();
      stopSilence = expireAfter(ms);
    };
    settle = () => {
      onSign = undefined;
      stopTotal();
      stopSilence();
      signal.removeEventListener('abort', cancel);
    };
  });
  try {
    return await Promise.race([work(inner.signal, () => onSign?.()), ended]);
  } finally {
    settle?.();
  }
}
