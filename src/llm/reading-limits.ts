import type { ReadingTask } from './prompt/reading-texts';

/** Output tokens for the answer about one statement: about twice as many as a usual answer has. */
const TOKENS_EACH: Readonly<Record<ReadingTask, number>> = { reading: 60, correction: 180 };
/** Output tokens for the rest of the answer. */
const TOKENS_AROUND = 400;

/**
 * Returns the limit for an answer about `count` statements, in tokens. The limit stops a model that repeats
 * itself. Some endpoints reserve the whole limit of a request in advance, so the plan of batches uses the
 * same number.
 */
export function readingOutputTokens(task: ReadingTask, count: number, maxOutputTokens: number): number {
  return Math.min(maxOutputTokens, TOKENS_EACH[task] * count + TOKENS_AROUND);
}
