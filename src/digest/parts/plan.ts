import type { ModelLimits } from '../../llm/model';
import type { Sentence } from '../../text/sentence';
import { headingRows } from '../../text/table';
import { toLine } from './lines';

/**
 * Share of the context that the document may fill in one call. The rest is for instructions and the answer.
 */
export const CONTEXT_SHARE = 0.6;
/**
 * Maximum tokens of the document in one call. With more tokens, answers become superficial, even if the
 * model's context is large enough.
 */
const ONE_CALL = 24_000;
/**
 * Maximum tokens of a part. With larger parts, answers become superficial. With smaller parts, the prompt is
 * sent too often.
 */
const PART = 12_000;
/**
 * Share of a part that repeats the end of the preceding part. So neighbouring sentences at the border of two
 * parts are together in one of them.
 */
const OVERLAP_SHARE = 0.03;

/** A part of a document for one call. It consists of whole pages, unless one page alone is too long. */
export interface Part {
  readonly sentences: readonly Sentence[];
  /** The pages that are new in this part. The pages of the overlap belong to the preceding part. */
  readonly pages: readonly number[];
}

/** Returns the maximum tokens of text in one call, according to the settings and to the endpoint. */
export function promptBudget({ contextTokens, learnedTokens = contextTokens }: ModelLimits): number {
  return budgetOf(Math.min(contextTokens, learnedTokens));
}

function budgetOf(contextTokens: number): number {
  return Math.min(contextTokens * CONTEXT_SHARE, ONE_CALL);
}

/**
 * Splits a document into parts. If the document fits in one call, it is one part. Otherwise the parts are
 * whole pages, and each part repeats the end of the preceding part: its last page, or only the last sentences
 * of a long page. A part that starts within a table begins with the rows that name the table's columns.
 * `fit.ts` later cuts parts that are too large for the endpoint.
 * @param limits `learnedTokens` is not used, because it can change, and a repeated digest must have the same
 * parts.
 */
export function planParts(
  sentences: readonly Sentence[],
  limits: ModelLimits,
  estimateTokens: (text: string) => number,
): Part[] {
  const cost = (sentence: Sentence): number => estimateTokens(`${toLine(sentence.number, sentence.text)}\n`);
  const total = sentences.reduce((sum, sentence) => sum + cost(sentence), 0);
  const budget = budgetOf(limits.contextTokens);
  if (total <= budget) return [{ sentences, pages: pagesOf(sentences) }];
  const limit = Math.min(PART, budget);
  const overlap = limit * OVERLAP_SHARE;
  const blocks = fill(toBlocks(sentences, cost, limit - overlap), limit - overlap);
  return withOverlap(sentences, blocks, overlap, cost);
}

/** A page or a piece of an oversized page, with its tokens. */
interface Block {
  readonly sentences: readonly Sentence[];
  readonly tokens: number;
}

export function pagesOf(sentences: readonly Sentence[]): number[] {
  return [...new Set(sentences.map((sentence) => sentence.page))];
}

function toBlocks(
  sentences: readonly Sentence[],
  cost: (sentence: Sentence) => number,
  limit: number,
): Block[] {
  const blocks: Block[] = [];
  let current: Sentence[] = [];
  let tokens = 0;
  const close = (): void => {
    if (current.length > 0) blocks.push({ sentences: current, tokens });
    current = [];
    tokens = 0;
  };
  for (const sentence of sentences) {
    const own = cost(sentence);
    if (sentence.page !== current.at(-1)?.page || tokens + own > limit) close();
    current.push(sentence);
    tokens += own;
  }
  close();
  return blocks;
}

/** Groups blocks into as few parts as possible, of similar size. */
function fill(blocks: readonly Block[], limit: number): Block[][] {
  const total = blocks.reduce((sum, block) => sum + block.tokens, 0);
  const even = total / Math.ceil(total / limit);
  const parts: Block[][] = [];
  let current: Block[] = [];
  let tokens = 0;
  for (const block of blocks) {
    const full = tokens + block.tokens > limit || tokens + block.tokens / 2 > even;
    if (current.length > 0 && full) {
      parts.push(current);
      current = [];
      tokens = 0;
    }
    current.push(block);
    tokens += block.tokens;
  }
  if (current.length > 0) parts.push(current);
  return parts;
}

function withOverlap(
  all: readonly Sentence[],
  parts: readonly (readonly Block[])[],
  limit: number,
  cost: (sentence: Sentence) => number,
): Part[] {
  return parts.map((blocks, index) => {
    const before = parts[index - 1]?.at(-1)?.sentences ?? [];
    const own = blocks.flatMap((block) => block.sentences);
    const expected = tokensOf(headingsOf(all, own[0]), cost);
    const overlap = endOf(before, expected > limit ? limit : limit - expected, cost);
    const headings = headingsOf(all, overlap[0] ?? own[0]);
    const fits = tokensOf(headings, cost) + tokensOf(overlap, cost) <= limit;
    return { sentences: [...(fits ? headings : []), ...overlap, ...own], pages: pagesOf(own) };
  });
}

/** Returns the rows that name the columns of the table in which a part starts; empty outside of tables. */
function headingsOf(all: readonly Sentence[], first: Sentence | undefined): readonly Sentence[] {
  const start = first === undefined ? -1 : all.indexOf(first);
  return headingRows(all, start).flatMap((index) => (index < start ? (all[index] ?? []) : []));
}

function tokensOf(sentences: readonly Sentence[], cost: (sentence: Sentence) => number): number {
  return sentences.reduce((sum, sentence) => sum + cost(sentence), 0);
}

/** Returns the last sentences that together have at most `limit` tokens. */
function endOf(
  sentences: readonly Sentence[],
  limit: number,
  cost: (sentence: Sentence) => number,
): readonly Sentence[] {
  let from = sentences.length;
  let tokens = 0;
  for (const sentence of [...sentences].reverse()) {
    tokens += cost(sentence);
    if (tokens > limit) break;
    from -= 1;
  }
  return sentences.slice(from);
}
