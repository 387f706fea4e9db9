import type { Draft } from '../llm/draft';
import type { DraftAnswer, DraftRequest, DraftWishes, LanguageModel } from '../llm/model';
import { promptAround } from '../llm/prompt/prompt';
import type { Sentence } from '../text/sentence';
import { askParts } from './parts/ask-parts';
import { piecesOf, textWithin } from './parts/fit';
import type { DigestResult, NotRead } from './digest';
import { toLines } from './parts/lines';
import { withWantedFields } from './own-fields';
import { notReadOf } from './parts/map-parts';
import { uniteDrafts } from './parts/merge';
import { planParts, promptBudget } from './parts/plan';
import type { Part } from './parts/plan';
import { Progress, type OnProgress } from './parts/progress';
import { checkInCode } from './check-in-code';
import { checkTwice, type CheckedDigest } from './check-twice';
import { Source } from './passages/source';
import { readingCost } from './second-reading/cost';
import { mergingCalls, STATED_BY_PART, summariseParts } from './parts/summarise-parts';

/**
 * The input of a digest: the whole document as sentences, and the pages that the PDF stage could not read.
 */
export interface DigestInput {
  readonly sentences: readonly Sentence[];
  readonly pageCount: number;
  readonly notRead: readonly NotRead[];
}

/** The estimated cost of a digest. */
export interface DigestPlan {
  readonly parts: number;
  /**
   * Number of model calls if no call is repeated: one call for each part, the calls of the second reading,
   * and the calls that merge the summaries. The number of merging calls is an estimate.
   */
  readonly calls: number;
  /** Estimated tokens of all requests. The estimate is meant to be too high rather than too low. */
  readonly tokens: number;
  /** The share of the second reading in `calls` and `tokens`; absent when there is no second reading. */
  readonly reading?: { readonly calls: number; readonly tokens: number };
}

export interface DigestDocumentOptions extends DraftWishes {
  /** Called before the first request. If it throws, the digest ends with this error. */
  readonly approve?: (plan: DigestPlan) => Promise<void>;
  readonly signal: AbortSignal;
  /**
   * Estimates the number of tokens of a text. This number decides how the document is split. It must be the
   * same in every run, because cached answers are found only for the same parts.
   */
  readonly estimateTokens: (text: string) => number;
  readonly onProgress?: OnProgress;
}

/**
 * Makes the digest of a document with a language model. A long document is sent in parts; the answers are
 * united, and the model merges their summaries. Every statement is checked against the document in code and,
 * if the model has `read` and `correct`, by the model. If the endpoint refuses a part for its content or
 * length, the part is split in two and sent again. In the result, `notRead` lists the pages that the PDF
 * stage could not read, and the pages that the endpoint still refuses.
 * @throws Failure of an `llm-*` kind (also when every part was refused), whatever `approve` throws, or
 * Cancelled.
 */
export async function digestDocument(
  document: DigestInput,
  model: LanguageModel,
  options: DigestDocumentOptions,
): Promise<DigestResult> {
  const { signal, instructions, outputLanguage, estimateTokens, fields = [], knownTags = [] } = options;
  const frame = { instructions, outputLanguage, ...(knownTags.length === 0 ? {} : { knownTags }) };
  const frameOfParts = fields.length === 0 ? frame : { ...frame, fields };
  const planned = planParts(document.sentences, model.limits, estimateTokens);
  const { learnedTokens = Number.POSITIVE_INFINITY } = model.limits;
  const pieces = piecesOf(planned, textWithin(learnedTokens), estimateTokens);
  const parts = pieces.map(({ part }) => part);
  await options.approve?.(planOf(parts, model, options));
  const progress = new Progress(parts.length, options.onProgress);
  const asking = {
    frame,
    signal,
    estimateTokens,
    concurrency: model.limits.concurrency,
    ask: (request: DraftRequest) => model.draft(request, signal, progress.words()),
  };
  const outcomes = await askParts(pieces, {
    ...asking,
    frame: frameOfParts,
    onPart: () => progress.partDone(),
  });
  const answers = outcomes.flatMap((outcome) => ('answer' in outcome ? [outcome.answer] : []));
  const united = uniteDrafts(answers.map((answer) => answer.draft));
  const merged =
    answers.length > 1
      ? await summariseParts(united, { ...asking, budget: promptBudget(model.limits) })
      : undefined;
  const draft = merged === undefined ? united : { ...united, ...textsOf(merged) };
  const checked = await check(withWantedFields(draft, fields), document, model, options);
  const tokens = tokensOf(answers, (merged?.tokens ?? 0) + (checked.tokens ?? 0));
  return {
    digest: checked.digest,
    model: model.name,
    notRead: [...document.notRead, ...notReadOf(outcomes)],
    ...(tokens === undefined ? {} : { tokens }),
  };
}

async function check(
  draft: Draft,
  { sentences }: DigestInput,
  { read, correct, limits }: LanguageModel,
  options: DigestDocumentOptions,
): Promise<CheckedDigest> {
  if (read === undefined || correct === undefined) return { digest: checkInCode(draft, sentences) };
  const { concurrency } = limits;
  return checkTwice(
    draft,
    new Source(sentences),
    { read, correct },
    { ...options, concurrency, budget: promptBudget(limits) },
  );
}

/**
 * Corrects the estimated tokens by the ratio of the model's token counts to our estimates. The document is
 * split without this ratio, because the parts must be the same in every run.
 */
function planOf(
  parts: readonly Part[],
  { tokenRatio = 1, read }: LanguageModel,
  options: DigestDocumentOptions,
): DigestPlan {
  const count = (text: string): number => Math.ceil(options.estimateTokens(text) * tokenRatio);
  const sent = parts.map((part) => count(toLines(part.sentences)) + count(promptAround(options)));
  const merging = parts.length === 1 ? 0 : mergingCalls(parts.length);
  const merged =
    merging * count(promptAround(options)) + (merging > 0 ? parts.length * STATED_BY_PART * tokenRatio : 0);
  const reading = read === undefined ? undefined : readingCost(parts, count);
  const tokens = Math.ceil(sent.reduce((sum, part) => sum + part, merged)) + (reading?.tokens ?? 0);
  const calls = parts.length + merging + (reading?.calls ?? 0);
  return { parts: parts.length, calls, tokens, ...(reading === undefined ? {} : { reading }) };
}

/** Returns the fields that the merging call may replace: the texts, but neither actions nor facts. */
function textsOf(merged: Awaited<ReturnType<typeof summariseParts>>): {
  readonly summary: typeof merged.summary;
  readonly points: typeof merged.points;
  readonly title?: string;
  readonly tags?: readonly string[];
} {
  const { summary, points, title, tags } = merged;
  return {
    summary,
    points,
    ...(title === undefined || title.trim() === '' ? {} : { title }),
    ...(tags === undefined || tags.length === 0 ? {} : { tags }),
  };
}

function tokensOf(answers: readonly DraftAnswer[], merging: number): number | undefined {
  if (answers.every((answer) => answer.tokens === undefined)) return undefined;
  return answers.reduce((sum, answer) => sum + (answer.tokens ?? 0), merging);
}
