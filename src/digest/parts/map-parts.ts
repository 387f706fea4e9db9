import { throwIfCancelled } from '../../failure';
import type { DraftAnswer } from '../../llm/model';
import type { NotRead } from '../digest';
import type { Part } from './plan';

/** Why a part has no answer. */
type NotTaken = 'content-filter' | 'too-long';

/** What a part came to: its answer, or the reason the endpoint would not take it. */
export type PartOutcome =
  | { readonly part: Part; readonly answer: DraftAnswer }
  | { readonly part: Part; readonly refused: NotTaken };

/**
 * Runs the tasks with at most `concurrency` under way, results in the order of the tasks. The first that fails stops
 * further ones from starting; those under way are awaited, so that nothing runs on unseen.
 * @throws What the first failing task threw, or Cancelled.
 */
export async function runBounded<Result>(
  tasks: readonly (() => Promise<Result>)[],
  concurrency: number,
  signal: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < tasks.length && failures.length === 0) {
      const index = next;
      next += 1;
      try {
        throwIfCancelled(signal);
        const task = tasks[index];
        if (task !== undefined) results[index] = await task();
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.floor(concurrency)) }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}

/** Pages of which a sentence was refused and is in no part that was answered, by reason. */
export function notReadOf(outcomes: readonly PartOutcome[]): NotRead[] {
  const read = new Set(outcomes.flatMap((outcome) => ('answer' in outcome ? outcome.part.sentences : [])).map(({ number }) => number));
  const byReason = new Map<NotTaken, Set<number>>();
  for (const outcome of outcomes) {
    if ('answer' in outcome) continue;
    const pages = byReason.get(outcome.refused) ?? new Set<number>();
    for (const sentence of outcome.part.sentences) if (!read.has(sentence.number)) pages.add(sentence.page);
    byReason.set(outcome.refused, pages);
  }
  return Array.from(byReason, ([reason, pages]) => ({ reason, pages: [...pages].sort((a, b) => a - b) })).filter(
    (entry) => entry.pages.length > 0,
  );
}
