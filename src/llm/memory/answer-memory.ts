import { untilAborted } from '../../abort';
import { Cancelled, throwIfCancelled } from '../../failure';
import { parseJson } from '../../json';
import { readDraft } from '../answer/draft-schema';
import { asRecord } from '../record';
import type { DraftAnswer } from '../model';

/** Where answers are kept: on the device, bounded and lossy. Any of its promises may reject. */
export interface AnswerStore {
  /** Undefined when there is none. */
  get(key: string): Promise<string | undefined>;
  put(key: string, value: string): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
}

/**
 * Answers that were paid for, so that a crash, a restart or an endpoint's "later" goes on where it stopped. An answer
 * is kept before it is handed on. A store that fails costs money, never a digest.
 */
export class AnswerMemory {
  readonly #store: AnswerStore;
  readonly #underWay = new Map<string, Promise<DraftAnswer>>();

  constructor(store: AnswerStore) {
    this.#store = store;
  }

  /**
   * The answer kept under the key, else the one that `ask` gets. Nothing is asked twice at once: who comes second
   * waits for the first, and asks only if the first was called off.
   * @throws what `ask` throws; Cancelled when the signal is aborted.
   */
  async answer(key: string, signal: AbortSignal, ask: () => Promise<DraftAnswer>): Promise<DraftAnswer> {
    for (;;) {
      throwIfCancelled(signal);
      const running = this.#underWay.get(key);
      if (running === undefined) return this.#start(key, ask);
      const answer = await outcomeFor(signal, running);
      if (answer !== 'called-off') return answer;
    }
  }

  /** Drops answers that are not needed any more. Never rejects. */
  async forget(keys: readonly string[]): Promise<void> {
    // What stays for now is dropped when it is old.
    await this.#store.delete(keys).catch(() => undefined);
  }

  async #start(key: string, ask: () => Promise<DraftAnswer>): Promise<DraftAnswer> {
    const work = this.#recallOrAsk(key, ask);
    this.#underWay.set(key, work);
    try {
      return await work;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #recallOrAsk(key: string, ask: () => Promise<DraftAnswer>): Promise<DraftAnswer> {
    // A store that cannot be read is an empty one, and one that cannot be written to is a full one.
    const kept = readAnswer(await this.#store.get(key).catch(() => undefined));
    if (kept !== undefined) return kept;
    const answer = await ask();
    await this.#store.put(key, JSON.stringify(answer)).catch(() => undefined);
    return answer;
  }
}

/** @throws what the work throws, except that another caller's giving up is no failure of this one. */
async function outcomeFor(signal: AbortSignal, work: Promise<DraftAnswer>): Promise<DraftAnswer | 'called-off'> {
  try {
    return await untilAborted(work, signal);
  } catch (thrown) {
    if (thrown instanceof Cancelled && !signal.aborted) return 'called-off';
    throw thrown;
  }
}

/** Checked like any answer: the device's storage is no more trusted than an endpoint. */
function readAnswer(stored: string | undefined): DraftAnswer | undefined {
  if (stored === undefined) return undefined;
  const record = asRecord(parseJson(stored));
  const read = readDraft(record?.['draft']);
  if (!('draft' in read)) return undefined;
  const tokens = record?.['tokens'];
  return { draft: read.draft, ...(typeof tokens === 'number' ? { tokens } : {}) };
}
