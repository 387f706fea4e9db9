import type { ModelLimits } from '../../llm/model';
import type { Sentence } from '../../text/sentence';
import { toLine } from './lines';

/** Share of the context a document may fill in one call; the rest is instructions and the answer. */
const CONTEXT_SHARE = 0.6;
/** One call reads at most this many tokens: beyond it, answers get thin however large the context is. */
const ONE_CALL = 24_000;
/** Tokens of a part, at most: beyond it answers get thin, below it what is sent around each part weighs too much. */
const PART = 12_000;
/** Share of a part that repeats the end of the one before, so that what spans the cut is read in one piece. */
const OVERLAP_SHARE = 0.03;

/** A part of a document for one call: whole pages, except where a page alone is too long. */
export interface Part {
  readonly sentences: readonly Sentence[];
  /** Pages read in this part for the first time; the overlap belongs to the part before. */
  readonly pages: readonly number[];
}

/** Tokens of the document that one call may read. */
export function promptBudget(limits: ModelLimits): number {
  return Math.min(limits.contextTokens * CONTEXT_SHARE, ONE_CALL);
}

/**
 * One part when the document fits in one call, else parts of whole pages, each beginning with the end of the last page
 * of the one before: the whole page where it is short, else its last sentences.
 */
export function planParts(
  sentences: readonly Sentence[],
  limits: ModelLimits,
  estimateTokens: (text: string) => number,
): Part[] {
  const cost = (sentence: Sentence): number => estimateTokens(`${toLine(sentence.number, sentence.text)}\n`);
  const total = sentences.reduce((sum, sentence) => sum + cost(sentence), 0);
  const budget = promptBudget(limits);
  if (total <= budget) return [{ sentences, pages: pagesOf(sentences) }];
  const most = Math.min(PART, budget);
  const overlap = most * OVERLAP_SHARE;
  return withOverlap(fill(toBlocks(sentences, cost, most - overlap), most - overlap), overlap, cost);
}

/** A page, or a piece of one that is too long, with its tokens. */
interface Block {
  readonly sentences: readonly Sentence[];
  readonly tokens: number;
}

export function pagesOf(sentences: readonly Sentence[]): number[] {
  return [...new Set(sentences.map((sentence) => sentence.page))];
}

function toBlocks(sentences: readonly Sentence[], cost: (sentence: Sentence) => number, most: number): Block[] {
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
    if (sentence.page !== current.at(-1)?.page || tokens + own > most) close();
    current.push(sentence);
    tokens += own;
  }
  close();
  return blocks;
}

/** Blocks into as few parts as there can be, of even size. */
function fill(blocks: readonly Block[], most: number): Block[][] {
  const total = blocks.reduce((sum, block) => sum + block.tokens, 0);
  const even = total / Math.ceil(total / most);
  const parts: Block[][] = [];
  let current: Block[] = [];
  let tokens = 0;
  for (const block of blocks) {
    const full = tokens + block.tokens > most || tokens + block.tokens / 2 > even;
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

function withOverlap(parts: readonly (readonly Block[])[], most: number, cost: (sentence: Sentence) => number): Part[] {
  return parts.map((blocks, index) => {
    const before = parts[index - 1]?.at(-1)?.sentences ?? [];
    const own = blocks.flatMap((block) => block.sentences);
    return { sentences: [...endOf(before, most, cost), ...own], pages: pagesOf(own) };
  });
}

/** The last sentences that together have at most so many tokens. */
function endOf(sentences: readonly Sentence[], most: number, cost: (sentence: Sentence) => number): readonly Sentence[] {
  let from = sentences.length;
  let tokens = 0;
  for (const sentence of [...sentences].reverse()) {
    tokens += cost(sentence);
    if (tokens > most) break;
    from -= 1;
  }
  return sentences.slice(from);
}
