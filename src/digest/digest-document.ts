import { Failure } from '../failure';
import type { DraftAnswer, DraftRequest, LanguageModel } from '../llm/model';
import type { Sentence } from '../text/sentence';
import type { DigestResult, NotRead } from './digest';
import { ground } from './ground';
import { toLines } from './lines';
import { notReadOf, refusal, runBounded } from './map-parts';
import type { PartOutcome } from './map-parts';
import { uniteDrafts } from './merge';
import { planParts } from './plan';
import type { Part } from './plan';
import { Source } from './source';
import { summariseParts } from './summarise-parts';

/** What there is to digest: the whole document as sentences, and what of it the PDF stage could not read. */
export interface DigestInput {
  readonly sentences: readonly Sentence[];
  readonly pageCount: number;
  readonly notRead: readonly NotRead[];
}

/** What a digest is going to take. */
export interface DigestPlan {
  readonly parts: number;
  /** Calls of the model when nothing goes wrong: the parts, and one that merges their summaries. */
  readonly calls: number;
  /** Tokens of all that is sent, estimated; rather too many than too few. */
  readonly tokens: number;
}

export interface DigestDocumentOptions {
  /** Asked before anything is sent; what it throws ends the digest. */
  readonly approve?: (plan: DigestPlan) => Promise<void>;
  readonly signal: AbortSignal;
  /** The user's own instructions; empty for the built-in ones. */
  readonly instructions: string;
  /** `auto` (the document's) or a language. */
  readonly outputLanguage: string;
  readonly estimateTokens: (text: string) => number;
  /** Called as each part is done, `part` from 1 to `of`. */
  readonly onProgress?: (progress: { readonly part: number; readonly of: number }) => void;
}

/**
 * The digest of a document by a language model: one call when it fits, else page-aligned parts a few at a time,
 * united in code, their summaries merged by the model. Every statement is checked against the document. Parts the
 * endpoint refuses for their content or length are left out and named in `notRead`.
 * @throws Failure of an `llm-*` kind (also when every part was refused), or Cancelled.
 */
export async function digestDocument(
  document: DigestInput,
  model: LanguageModel,
  options: DigestDocumentOptions,
): Promise<DigestResult> {
  const parts = planParts(document.sentences, model.limits, options.estimateTokens);
  await options.approve?.(planOf(parts, options));
  const outcomes = await askAll(parts, model, options);
  const answers = outcomes.flatMap((outcome) => ('answer' in outcome ? [outcome.answer] : []));
  const united = uniteDrafts(answers.map((answer) => answer.draft));
  const merged = answers.length > 1 ? await summariseParts(united, model, options) : undefined;
  const draft = merged === undefined ? united : { ...united, ...wording(merged) };
  const tokens = tokensOf(answers, merged?.tokens ?? 0);
  return {
    digest: ground(draft, new Source(document.sentences)),
    model: model.name,
    notRead: [...document.notRead, ...notReadOf(outcomes)],
    ...(tokens === undefined ? {} : { tokens }),
  };
}

function planOf(parts: readonly Part[], { estimateTokens, instructions }: DigestDocumentOptions): DigestPlan {
  const sent = parts.map((part) => estimateTokens(toLines(part.sentences)) + estimateTokens(instructions));
  const tokens = sent.reduce((sum, part) => sum + part, 0);
  return { parts: parts.length, calls: parts.length === 1 ? 1 : parts.length + 1, tokens };
}

async function askAll(
  parts: readonly Part[],
  model: LanguageModel,
  options: DigestDocumentOptions,
): Promise<PartOutcome[]> {
  let done = 0;
  let refused: Failure | undefined;
  const tasks = parts.map((part, index) => async (): Promise<PartOutcome> => {
    try {
      const answer = await model.draft(requestFor(part, index, parts.length, options), options.signal);
      return { part, answer };
    } catch (thrown) {
      const reason = refusal(thrown);
      if (reason === undefined || !(thrown instanceof Failure)) throw thrown;
      refused = thrown;
      return { part, refused: reason };
    } finally {
      done += 1;
      options.onProgress?.({ part: done, of: parts.length });
    }
  });
  const outcomes = await runBounded(tasks, model.limits.concurrency, options.signal);
  if (outcomes.some((outcome) => 'answer' in outcome)) return outcomes;
  throw refused ?? new Failure('unexpected');
}

function requestFor(part: Part, index: number, of: number, options: DigestDocumentOptions): DraftRequest {
  return {
    lines: toLines(part.sentences),
    outputLanguage: options.outputLanguage,
    instructions: options.instructions,
    ...(of === 1 ? {} : { part: { number: index + 1, of } }),
  };
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
