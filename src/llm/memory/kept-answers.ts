import { untilAborted } from '../../abort';
import { Cancelled, throwIfCancelled } from '../../failure';
import { parseJson } from '../../json';

/** Where answers are kept: on the device, bounded and lossy. Any of its promises may reject. */
export interface AnswerStore {
  /** Undefined when there is none. */
  get(key: string): Promise<string | undefined>;
  put(key: string, value: string): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
}

/**
 * Answers of one kind that were paid for, so that a crash, a restart or an endpoint's "later" goes on where
 * it stopped. An answer is kept before it is handed on. A store that fails costs money, never a digest.
 */
export class KeptAnswers<Answer> {
  readonly #store: AnswerStore;
  readonly #read: (stored: unknown) => Answer | undefined;
  readonly #underWay = new Map<string, Promise<Answer>>();

  /** @param read the answer in a JSON value; undefined when there is none. Never throws. */
  constructor(store: AnswerStore, read: (stored: unknown) => Answer | undefined) {
    this.#store = store;
    this.#read = read;
  }

  /**
   * The answer kept under the key, else the one that `ask` gets. Nothing is asked twice at once: who comes
   * second waits for the first, and asks only if the first was called off.
   * @throws what `ask` throws; Cancelled when the signal is aborted.
   */
  async answer(key: string, signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      throwIfCancelled(signal);
      const running = this.#underWay.get(key);
      if (running === undefined) return this.#start(key, ask);
      const outcome = await outcomeFor(signal, running);
      if (outcome !== 'called-off') return outcome.answer;
    }
  }

  async #start(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const work = this.#recallOrAsk(key, ask);
    this.#underWay.set(key, work);
    try {
      return await work;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #recallOrAsk(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    // A store that cannot be read is an empty one, and one that cannot be written to is a full one.
    const stored = await this.#store.get(key).catch(() => undefined);
    const kept = stored === undefined ? undefined : this.#read(parseJson(stored));
    if (kept !== undefined) return kept;
    const answer = await ask();
    await this.#store.put(key, JSON.stringify(answer)).catch(() => undefined);
    return answer;
  }
}

/** @throws what the work throws, except that another caller's giving up is no failure of this one. */
async function outcomeFor<Answer>(
  signal: AbortSignal,
  work: Promise<Answer>,
): Promise<{ readonly answer: Answer } | 'called-off'> {
  try {
    return { answer: await untilAborted(work, signal) };
  } catch (thrown) {
    if (thrown instanceof Cancelled && !signal.aborted) return 'called-off';
    throw thrown;
  }
}
