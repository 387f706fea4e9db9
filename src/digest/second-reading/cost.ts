import { readingPromptAround } from '../../llm/prompt/reading-prompt';
import { toLines } from '../parts/lines';
import type { Part } from '../parts/plan';

/**
 * Approximate number of statements that a model makes about a document in one call: the average of 38 answers
 * of real models is 26.
 */
const OF_A_DOCUMENT = 26;
/**
 * Approximate number of statements about a part of a long document. It is low, because the prompt asks for
 * few statements about a part, and merging the parts leaves even fewer.
 */
const OF_A_PART = 8;
/** In a short document, a model makes about one statement for every 50 tokens. */
const TOKENS_FOR_ONE = 50;
/**
 * Approximate number of statements that one call checks. A call often has fewer than the maximum of 20,
 * because statements that share a passage are not split between two calls.
 */
const A_CALL = 12;
/** Approximate tokens of a statement with its verdict. */
const STATEMENT = 60;
/** Approximate tokens of a passage: the sentences that a statement cites, and those around them. */
const PASSAGE = 150;

/** Estimates how many calls and tokens a second reading needs. The statements need not exist yet. */
export function readingCost(
  parts: readonly Part[],
  count: (text: string) => number,
): { readonly calls: number; readonly tokens: number } {
  const most = parts.length === 1 ? OF_A_DOCUMENT : OF_A_PART;
  const around = count(readingPromptAround('reading', 'auto'));
  const costs = parts.map((part) => {
    const own = count(toLines(part.sentences));
    const statements = Math.min(most, Math.ceil(own / TOKENS_FOR_ONE));
    const calls = Math.ceil(statements / A_CALL);
    // A call sends no sentence twice, so its passages are at most as long as the part.
    const passages = Math.min(statements * PASSAGE, calls * own);
    return { calls, tokens: statements * STATEMENT + passages + calls * around };
  });
  return {
    calls: costs.reduce((sum, { calls }) => sum + calls, 0),
    tokens: Math.ceil(costs.reduce((sum, { tokens }) => sum + tokens, 0)),
  };
}
