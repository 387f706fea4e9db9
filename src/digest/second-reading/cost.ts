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
  const statements = parts.length === 1 ? OF_A_DOCUMENT : OF_A_PART;
  const around = count(readingPromptAround('reading', 'auto'));
  const callsOfPart = Math.ceil(statements / A_CALL);
  const tokens = parts.map((part) => {
    const passages = Math.min(statements * PASSAGE, callsOfPart * count(toLines(part.sentences)));
    return statements * STATEMENT + passages + callsOfPart * around;
  });
  return {
    calls: parts.length * callsOfPart,
    tokens: Math.ceil(tokens.reduce((sum, each) => sum + each, 0)),
  };
}
