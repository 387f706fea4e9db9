import { traitsOf, type Refusal } from '../../failure-kinds';
import { Failure } from '../../failure';

export type { Refusal };

/**
 * Returns why the endpoint refused the text of a request. Undefined when the request would fail with any
 * other text as well.
 */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof Failure)) return undefined;
  // For another text, the answer may be shorter than the length limit. A broken connection does not depend on
  // the text.
  if (thrown.kind === 'llm-cut-off' && thrown.details['reason'] !== 'length') return undefined;
  return traitsOf(thrown.kind).refusal;
}
