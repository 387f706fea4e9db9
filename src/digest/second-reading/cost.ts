import { readingPromptAround } from '../../llm/prompt/reading-prompt';
import { toLines } from '../parts/lines';
import type { Part } from '../parts/plan';

/** Statements that a model makes of a part, about; measured on answers of real models. */
const STATEMENTS = 26;
/** Statements of one call, about: batches end where the passages do. */
const A_CALL = 12;
/** Tokens of a statement with its verdict, and of the lines it is shown with, about. */
const STATEMENT = 60;
const PASSAGE = 110;

/**
 * Calls and tokens of a second reading, estimated before there is anything to read. A passage is never longer
 * than the part it is from, so that a short document costs less a statement.
 */
export function readingCost(
  parts: readonly Part[],
  count: (text: string) => number,
): { readonly calls: number; readonly tokens: number } {
  const around = count(readingPromptAround('reading', 'auto'));
  const callsOfPart = Math.ceil(STATEMENTS / A_CALL);
  const tokens = parts.map((part) => {
    const passages = Math.min(STATEMENTS * PASSAGE, callsOfPart * count(toLines(part.sentences)));
    return STATEMENTS * STATEMENT + passages + callsOfPart * around;
  });
  return {
    calls: parts.length * callsOfPart,
    tokens: Math.ceil(tokens.reduce((sum, each) => sum + each, 0)),
  };
}
