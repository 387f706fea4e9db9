import { traitsOf, type Refusal } from '../../failure-kinds';
import { Failure } from '../../failure';

export type { Refusal };

/** What a failure has against this very text; undefined when it would meet any other alike. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof Failure)) return undefined;
  // Only an answer that grew too long is about the text: a connection that broke says nothing of it.
  if (thrown.kind === 'llm-cut-off' && thrown.details['reason'] !== 'length') return undefined;
  return traitsOf(thrown.kind).refusal;
}
