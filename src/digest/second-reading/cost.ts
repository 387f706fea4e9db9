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
 * few statements about a part, and the summaries and key points of the parts are merged.
 */
const OF_A_PART = 8;
/** In a short document, a model makes about one statement for this number of tokens. */
const TOKENS_FOR_ONE = 50;
/**
 * Approximate number of statements in one call. It is below the maximum, because a passage is not split
 * between two calls. (A passage consists of the sentences that a statement cites, and of the sentences around
 * them.)
 */
const A_CALL = 12;
/** Approximate tokens of a statement with its verdict. */
const STATEMENT = 60;
/** Approximate tokens of the passage of a statement. */
const PASSAGE = 150;

/**
 * Estimates the calls and tokens of a second reading, in which a model checks statements. The statements need
 * not exist yet. A passage is never longer than the part that contains it, so a statement about a short
 * document costs less.
 */
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
    const passages = Math.min(statements * PASSAGE, calls * own);
    return { calls, tokens: statements * STATEMENT + passages + calls * around };
  });
  return {
    calls: costs.reduce((sum, { calls }) => sum + calls, 0),
    tokens: Math.ceil(costs.reduce((sum, { tokens }) => sum + tokens, 0)),
  };
}
