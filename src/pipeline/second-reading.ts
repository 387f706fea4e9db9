import type { Digest } from '../digest/digest';
import { Failure, type FailureKind } from '../failure';
import type { Written } from '../inbox/queue';

/**
 * The failures that may pass without any action of the user. A digest records only the kind and details of a
 * failure, so its flag `passing` is restored from this list.
 */
const passing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'llm-rate-limit',
  'llm-daily-limit',
  'llm-server',
  'llm-unreachable',
]);

/**
 * Returns undefined when all statements were read a second time. If some were not, returns the failure that
 * was the cause, or an empty object when the cause was no failure.
 */
export function lackOf(digest: Digest | undefined): Written['notReadTwice'] {
  const notRead = digest?.checking.notRead;
  if (notRead === undefined || notRead.statements === 0) return undefined;
  const { failure } = notRead;
  if (failure === undefined) return {};
  const { kind, details } = failure;
  return { failure: new Failure(kind, { passing: passing.has(kind), details }) };
}
