import { Failure, throwIfCancelled } from '../../failure';
import type { ReadingAnswer, ReadingRequest, Verdict } from '../../llm/model';
import type { Examined } from '../examine';
import { refusalOf } from '../parts/refusal';
import { batchesOf, batchOf, type Batch, type Remark } from './batches';

export interface ReadingOptions {
  readonly ask: (request: ReadingRequest) => Promise<ReadingAnswer>;
  readonly estimateTokens: (text: string) => number;
  /** Maximum number of tokens of the passages and statements in one call. */
  readonly budget: number;
  /** Maximum number of concurrent calls. */
  readonly concurrency: number;
  /**
   * The language in which the model states the reasons for its verdicts: the name of a language, or `auto`
   * for the document's language.
   */
  readonly outputLanguage: string;
  readonly signal: AbortSignal;
  /**
   * Called before the first batch and after each batch, with the number of finished batches and the number of
   * all batches.
   */
  readonly onBatch?: (done: number, of: number) => void;
}

/** The result of a second reading. */
export interface Readings {
  readonly verdicts: ReadonlyMap<Examined, Verdict>;
  /** Tokens as the endpoint reported them; absent when it reported none. */
  readonly tokens?: number;
  /**
   * Why some statements have no verdict: the failure that ended the reading, otherwise the first refusal of a
   * statement.
   */
  readonly failure?: Failure;
  /** True when the endpoint refused at least one statement and no failure ended the reading. */
  readonly refusedOnly: boolean;
}

/**
 * Returns the remark that is added below a statement. If a check in code found that a value of the statement
 * contradicts the document, the remark contains both values. Otherwise the remark is empty.
 */
export const bothValues: Remark = ({ contradiction }) =>
  contradiction === undefined
    ? ''
    : `! ${contradiction.stated} ≠ ${contradiction.found ?? '(not in the document)'}`;

/**
 * Sends statements to a model for the second reading, each with its passage (the sentences of the document
 * with which it is compared). If the endpoint refuses a call, the statements of the call are split into
 * halves until the refused statement is found. Statements with neither a verdict nor a refusal are sent
 * again, until a round brings no new verdict or refusal. A failure that is not a refusal ends the reading:
 * the verdicts so far are returned, and `failure` states why the other verdicts are missing.
 * @throws Cancelled
 */
export async function readAgain(items: readonly Examined[], options: ReadingOptions): Promise<Readings> {
  const reading = new Reading(options);
  let missing = items;
  for (let before = Infinity; missing.length < before && missing.length > 0 && !reading.hasEnded;) {
    before = missing.length;
    await reading.run(batchesOf(missing, bothValues, options));
    missing = missing.filter((item) => !reading.isAnswered(item));
  }
  return reading.result();
}

class Reading {
  readonly #options: ReadingOptions;
  readonly #verdicts = new Map<Examined, Verdict>();
  readonly #refused = new Set<Examined>();
  #tokens: number | undefined;
  #ending: Failure | undefined;
  #refusal: Failure | undefined;

  constructor(options: ReadingOptions) {
    this.#options = options;
  }

  get hasEnded(): boolean {
    return this.#ending !== undefined;
  }

  isAnswered(item: Examined): boolean {
    return this.#verdicts.has(item) || this.#refused.has(item);
  }

  result(): Readings {
    const failure = this.#ending ?? this.#refusal;
    return {
      verdicts: this.#verdicts,
      refusedOnly: this.#ending === undefined && this.#refusal !== undefined,
      ...(this.#tokens === undefined ? {} : { tokens: this.#tokens }),
      ...(failure === undefined ? {} : { failure }),
    };
  }

  async run(batches: readonly Batch[]): Promise<void> {
    const { concurrency, onBatch } = this.#options;
    let next = 0;
    let done = 0;
    onBatch?.(0, batches.length);
    const lane = async (): Promise<void> => {
      for (let batch = batches[next]; batch !== undefined && !this.hasEnded; batch = batches[next]) {
        next += 1;
        await this.#read(batch);
        done += 1;
        onBatch?.(done, batches.length);
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.floor(concurrency)) }, lane));
    throwIfCancelled(this.#options.signal);
  }

  async #read(batch: Batch): Promise<void> {
    const { ask, outputLanguage, signal } = this.#options;
    throwIfCancelled(signal);
    try {
      const answer = await ask({ text: batch.text, count: batch.items.length, outputLanguage });
      if (answer.tokens !== undefined) this.#tokens = (this.#tokens ?? 0) + answer.tokens;
      for (const verdict of answer.verdicts) {
        const item = batch.items[verdict.n - 1];
        if (item !== undefined) this.#verdicts.set(item, verdict);
      }
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      throwIfCancelled(signal);
      if (refusalOf(thrown) === undefined) this.#ending ??= thrown;
      else await this.#halve(batch, thrown);
    }
  }

  async #halve({ items }: Batch, refusal: Failure): Promise<void> {
    if (items.length > 1) {
      const middle = Math.ceil(items.length / 2);
      await this.#read(batchOf(items.slice(0, middle), bothValues));
      if (!this.hasEnded) await this.#read(batchOf(items.slice(middle), bothValues));
      return;
    }
    for (const item of items) this.#refused.add(item);
    this.#refusal ??= refusal;
  }
}
