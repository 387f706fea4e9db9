import * as v from 'valibot';
import { readDraft } from '../answer/read-draft';
import type { CorrectionAnswer, DraftAnswer, ReadingAnswer } from '../model';
import { asRecord } from '../record';
import { KeptAnswers, type AnswerStore } from './kept-answers';

export type { AnswerStore } from './kept-answers';

type Tokens = Pick<DraftAnswer, 'tokens'>;

/** The cache of paid answers, in one store. */
export class AnswerMemory {
  readonly #store: AnswerStore;
  readonly drafts: KeptAnswers<DraftAnswer>;
  readonly readings: KeptAnswers<ReadingAnswer>;
  readonly corrections: KeptAnswers<CorrectionAnswer>;

  constructor(store: AnswerStore) {
    this.#store = store;
    this.drafts = new KeptAnswers(store, draftIn);
    this.readings = new KeptAnswers(store, (stored) => checkedBy(readingSchema, stored));
    this.corrections = new KeptAnswers(store, (stored) => checkedBy(correctionSchema, stored));
  }

  /** Deletes answers that are no longer needed. Never rejects. */
  async forget(keys: readonly string[]): Promise<void> {
    // The store deletes old entries itself, so a failure can be ignored.
    await this.#store.delete(keys).catch(() => undefined);
  }
}

/** Storage on the device is not trusted, so stored answers are validated like answers of an endpoint. */
function draftIn(stored: unknown): DraftAnswer | undefined {
  const record = asRecord(stored);
  const read = readDraft(record?.['draft']);
  return 'draft' in read ? withTokens({ draft: read.draft }, record?.['tokens']) : undefined;
}

const number = v.pipe(v.number(), v.integer(), v.minValue(1));

const readingSchema = v.object({
  verdicts: v.pipe(
    v.array(v.object({ n: number, supported: v.picklist(['yes', 'no', 'unsure']), why: v.string() })),
    v.minLength(1),
  ),
});

const correctionSchema = v.object({
  corrections: v.pipe(
    v.array(
      v.object({
        n: number,
        text: v.string(),
        owner: v.string(),
        due: v.string(),
        refs: v.array(number),
      }),
    ),
    v.minLength(1),
  ),
});

function checkedBy<Answer extends object>(
  schema: v.GenericSchema<unknown, Answer>,
  stored: unknown,
): (Answer & Tokens) | undefined {
  const read = v.safeParse(schema, stored);
  return read.success ? withTokens(read.output, asRecord(stored)?.['tokens']) : undefined;
}

function withTokens<Answer extends object>(answer: Answer, tokens: unknown): Answer & Tokens {
  return typeof tokens === 'number' ? { ...answer, tokens } : answer;
}
