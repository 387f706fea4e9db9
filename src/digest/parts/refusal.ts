import { Failure, type FailureKind } from '../../failure';

/** Why an endpoint would not take a part, or did not come to the end of it: what a shorter part may mend. */
export type Refusal = 'content-filter' | 'too-long' | 'cut-off';

const REFUSALS: Readonly<Partial<Record<FailureKind, Refusal>>> = {
  'llm-content-filter': 'content-filter',
  'llm-refused': 'content-filter',
  'llm-too-long': 'too-long',
  'llm-prompt-cut': 'too-long',
  'llm-cut-off': 'cut-off',
};

/** What a failure has against this very text; undefined when it would meet any other alike. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof Failure)) return undefined;
  // Only an answer that grew too long: a connection that broke says nothing about the text.
  if (thrown.kind === 'llm-cut-off' && thrown.details['reason'] !== 'length') return undefined;
  return REFUSALS[thrown.kind];
}
