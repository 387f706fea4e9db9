import { traitsOf, type Refusal } from '../../failure-kinds';
import { Failure } from '../../failure';

export type { Refusal };

/**
 * Returns why the endpoint refused the text of a request. Undefined when the request would fail with any
 * other text as well.
 */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof Failure)) return undefined;
  // A cut-off depends on the text only if the answer reached the length limit. If the connection broke, it
  // does not.
  if (thrown.kind === 'llm-cut-off' && thrown.details['reason'] !== 'length') return undefined;
  return traitsOf(thrown.kind).refusal;
}
