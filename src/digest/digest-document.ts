import type { Draft } from '../llm/draft';
import type { DraftAnswer, DraftRequest, LanguageModel } from '../llm/model';
import { promptAround } from '../llm/prompt/prompt';
import type { Sentence } from '../text/sentence';
import { askParts } from './parts/ask-parts';
import type { DigestResult, NotRead } from './digest';
import { toLines } from './parts/lines';
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

/** What there is to digest: the whole document as sentences, and what of it the PDF stage could not read. */
export interface DigestInput {
  readonly sentences: readonly Sentence[];
  readonly pageCount: number;
  readonly notRead: readonly NotRead[];
}

/** What a digest is going to take. */
export interface DigestPlan {
  readonly parts: number;
  /** Calls of the model when nothing goes wrong: the parts, and about as many as merge their summaries. */
  readonly calls: number;
  /** Tokens of all that is sent, estimated; rather too many than too few. */
  readonly tokens: number;
  /** What of both is for reading the statements a second time; left out where they are read once. */
  readonly reading?: { readonly calls: number; readonly tokens: number };
}

export interface DigestDocumentOptions {
  /** Asked before anything is sent; what it throws ends the digest. */
  readonly approve?: (plan: DigestPlan) => Promise<void>;
  readonly signal: AbortSignal;
  /** The user's own instructions; empty for the built-in ones. */
  readonly instructions: string;
  /** `auto` (the document's) or a language. */
  readonly outputLanguage: string;
  /**
   * Decides how the document is cut. It has to be the same in every run: answers that were kept are found
   * again only where the cuts are.
   */
  readonly estimateTokens: (text: string) => number;
  readonly onProgress?: OnProgress;
}

/**
 * The digest of a document by a language model: one call when it fits, else page-aligned parts a few at a
 * time, united in code, their summaries merged by the model. Every statement is checked against the document,
 * and read a second time where the model can. Parts the endpoint refuses for their content or length are
 * halved; what of them it refuses is named in `notRead`.
 * @throws Failure of an `llm-*` kind (also when everything was refused), or Cancelled.
 */
export async function digestDocument(
  document: DigestInput,
  model: LanguageModel,
  options: DigestDocumentOptions,
): Promise<DigestResult> {
  const { signal, instructions, outputLanguage, estimateTokens } = options;
  const frame = { instructions, outputLanguage };
  const parts = planParts(document.sentences, model.limits, estimateTokens);
  await options.approve?.(planOf(parts, model, options));
  const progress = new Progress(parts.length, options.onProgress);
  const asking = {
    frame,
    signal,
    concurrency: model.limits.concurrency,
    ask: (request: DraftRequest) => model.draft(request, signal, progress.words()),
  };
  const outcomes = await askParts(parts, { ...asking, onPart: () => progress.partDone() });
  const answers = outcomes.flatMap((outcome) => ('answer' in outcome ? [outcome.answer] : []));
  const united = uniteDrafts(answers.map((answer) => answer.draft));
  const merged =
    answers.length > 1
      ? await summariseParts(united, { ...asking, estimateTokens, budget: promptBudget(model.limits) })
      : undefined;
  const draft = merged === undefined ? united : { ...united, ...wording(merged) };
  const checked = await check(draft, document, model, options);
  const tokens = tokensOf(answers, (merged?.tokens ?? 0) + (checked.tokens ?? 0));
  return {
    digest: checked.digest,
    model: model.name,
    notRead: [...document.notRead, ...notReadOf(outcomes)],
    ...(tokens === undefined ? {} : { tokens }),
  };
}

/** Checks a draft in code and, where the model reads statements a second time, by the second reader. */
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
 * By the model's own count where that is known; the plan itself is made without it, so that it stays the
 * same.
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

/** What the merging call may decide: words, never actions or facts. */
function wording(merged: Awaited<ReturnType<typeof summariseParts>>): {
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
