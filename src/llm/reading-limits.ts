import type { ReadingTask } from './prompt/reading-texts';

/** For each statement, about twice what an honest answer has, and for what is around them; in tokens. */
const TOKENS_EACH: Readonly<Record<ReadingTask, number>> = { reading: 60, correction: 180 };
const TOKENS_AROUND = 400;

/**
 * Tokens that an answer about `count` statements may have. A model that has lost its way stops there, and
 * endpoints that reckon with the longest answer reckon with this; so batches are planned with it, too.
 */
export function readingOutputTokens(task: ReadingTask, count: number, maxOutputTokens: number): number {
  return Math.min(maxOutputTokens, TOKENS_EACH[task] * count + TOKENS_AROUND);
}
