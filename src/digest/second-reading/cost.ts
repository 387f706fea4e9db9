import { readingPromptAround } from '../../llm/prompt/reading-prompt';
import { toLines } from '../parts/lines';
import type { Part } from '../parts/plan';

/**
 * Statements that a model makes of a document in one call, about: 26 on average of 38 answers of real models.
 */
const OF_A_DOCUMENT = 26;
/**
 * Statements of a part of a long document, about: the prompt asks for few, and summaries and points are
 * merged.
 */
const OF_A_PART = 8;
/** Tokens of a document for each statement that is made of it, about: a short one has few. */
const TOKENS_FOR_ONE = 50;
/** Statements of one call, about: batches end where the passages do. */
const A_CALL = 12;
/** Tokens of a statement with its verdict, and of the lines it is shown with, about. */
const STATEMENT = 60;
const PASSAGE = 150;

/**
 * Calls and tokens of a second reading, estimated before there is anything to read. A passage is never longer
 * than the part it is from, so that a short document costs less a statement.
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
