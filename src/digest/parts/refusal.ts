import { traitsOf, type Refusal } from '../../failure-kinds';
import { Failure } from '../../failure';

export type { Refusal };

/**
 * Returns why the endpoint refused the text of a request. Undefined when the request would fail with any
 * other text as well.
 */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof Failure)) return undefined;
  // If the answer reached the length limit, another text can help. If the connection broke, the text was not
  // the cause.
  if (thrown.kind === 'llm-cut-off' && thrown.details['reason'] !== 'length') return undefined;
  return traitsOf(thrown.kind).refusal;
}
