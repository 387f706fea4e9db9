import type { ReadingTask } from './prompt/reading-texts';

/** Output tokens for the answer about one statement: about twice the usual number. */
const TOKENS_EACH: Readonly<Record<ReadingTask, number>> = { reading: 60, correction: 180 };
/** Output tokens for the rest of the answer. */
const TOKENS_AROUND = 400;

/**
 * Returns the limit for an answer about `count` statements, in tokens. A model in a loop stops at the limit.
 * Some endpoints reserve the whole limit in advance, so the limit is low.
 */
export function readingOutputTokens(task: ReadingTask, count: number, maxOutputTokens: number): number {
  return Math.min(maxOutputTokens, TOKENS_EACH[task] * count + TOKENS_AROUND);
}
