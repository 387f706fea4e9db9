import { traitsOf, type Refusal } from '../../failure-kinds';
import { Failure } from '../../failure';

export type { Refusal };

/**
 * Returns why the endpoint refused the text of a request. Undefined when the request would fail with any
 * other text as well.
 */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof Failure)) return undefined;
  // With another text, the answer may stay below the length limit. All other reasons for a cut, such as a
  // broken connection, do not depend on the text.
  if (thrown.kind === 'llm-cut-off' && thrown.details['reason'] !== 'length') return undefined;
  return traitsOf(thrown.kind).refusal;
}
