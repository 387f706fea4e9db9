import { untilAborted } from '../../abort';
import { Cancelled, throwIfCancelled } from '../../failure';
import { parseJson } from '../../json';

/** A store on the device. It may lose entries, because its size is limited. Every method may reject. */
export interface AnswerStore {
  /** Resolves with undefined when there is no entry. */
  get(key: string): Promise<string | undefined>;
  put(key: string, value: string): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
}

/**
 * Caches paid answers of one kind, so that a retry after a crash, a restart or a temporary failure does not
 * pay for them again. An answer is stored before it is returned. If the store fails, answers are paid for
 * again, but no digest fails.
 */
export class KeptAnswers<Answer> {
  readonly #store: AnswerStore;
  readonly #read: (stored: unknown) => Answer | undefined;
  readonly #pending = new Map<string, Promise<Answer>>();

  /** @param read returns undefined when the stored JSON value is not an answer; never throws */
  constructor(store: AnswerStore, read: (stored: unknown) => Answer | undefined) {
    this.#store = store;
    this.#read = read;
  }

  /**
   * Returns the cached answer for the key, or requests one. Concurrent calls with the same key share one
   * request. If the caller that sent this request is cancelled, a waiting caller sends a new request.
   * @throws whatever `request` throws; Cancelled when the signal is aborted.
   */
  async answer(key: string, signal: AbortSignal, request: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      throwIfCancelled(signal);
      const running = this.#pending.get(key);
      if (running === undefined) return this.#start(key, request);
      const outcome = await outcomeFor(signal, running);
      if (outcome !== 'cancelled') return outcome.answer;
    }
  }

  async #start(key: string, request: () => Promise<Answer>): Promise<Answer> {
    const work = this.#loadOrRequest(key, request);
    this.#pending.set(key, work);
    try {
      return await work;
    } finally {
      this.#pending.delete(key);
    }
  }

  async #loadOrRequest(key: string, request: () => Promise<Answer>): Promise<Answer> {
    // A store that fails is treated as empty.
    const stored = await this.#store.get(key).catch(() => undefined);
    const kept = stored === undefined ? undefined : this.#read(parseJson(stored));
    if (kept !== undefined) return kept;
    const answer = await request();
    await this.#store.put(key, JSON.stringify(answer)).catch(() => undefined);
    return answer;
  }
}

/** Waits for the request of another caller. Returns `cancelled` when that caller was cancelled. */
async function outcomeFor<Answer>(
  signal: AbortSignal,
  work: Promise<Answer>,
): Promise<{ readonly answer: Answer } | 'cancelled'> {
  try {
    return { answer: await untilAborted(work, signal) };
  } catch (thrown) {
    if (thrown instanceof Cancelled && !signal.aborted) return 'cancelled';
    throw thrown;
  }
}
