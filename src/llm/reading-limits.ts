import type { ReadingTask } from './prompt/reading-texts';

/** Output tokens for the answer about one statement: about twice the usual number. */
const TOKENS_EACH: Readonly<Record<ReadingTask, number>> = { reading: 60, correction: 180 };
/** Output tokens for the rest of the answer. */
const TOKENS_AROUND = 400;

/**
 * Returns the limit for an answer about `count` statements, in tokens. The limit stops a model that repeats
 * itself endlessly. The limit is low, because some endpoints reserve this number of tokens in advance.
 */
export function readingOutputTokens(task: ReadingTask, count: number, maxOutputTokens: number): number {
  return Math.min(maxOutputTokens, TOKENS_EACH[task] * count + TOKENS_AROUND);
}
