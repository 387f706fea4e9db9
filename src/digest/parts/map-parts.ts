import type { DraftAnswer } from '../../llm/model';
import type { NotRead } from '../digest';
import type { Part } from './plan';

/** Why the endpoint refused a part of the document. */
type PartRefusal = 'content-filter' | 'too-long';

/** The outcome of a part: its answer, or the reason for which the endpoint refused it. */
export type PartOutcome =
  | { readonly part: Part; readonly answer: DraftAnswer }
  | { readonly part: Part; readonly refused: PartRefusal };

/**
 * Returns the pages that were not wholly read, by the reason of the refusal. A sentence was read if a part
 * that contains the sentence has an answer.
 */
export function notReadOf(outcomes: readonly PartOutcome[]): NotRead[] {
  const read = new Set(
    outcomes
      .flatMap((outcome) => ('answer' in outcome ? outcome.part.sentences : []))
      .map(({ number }) => number),
  );
  const byReason = new Map<PartRefusal, Set<number>>();
  for (const outcome of outcomes) {
    if ('answer' in outcome) continue;
    const pages = byReason.get(outcome.refused) ?? new Set<number>();
    for (const sentence of outcome.part.sentences) if (!read.has(sentence.number)) pages.add(sentence.page);
    byReason.set(outcome.refused, pages);
  }
  return Array.from(byReason, ([reason, pages]) => ({
    reason,
    pages: [...pages].sort((a, b) => a - b),
  })).filter((entry) => entry.pages.length > 0);
}
