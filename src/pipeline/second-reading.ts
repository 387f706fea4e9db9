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
 * Returns the failure because of which some statements were not read a second time. The result is an empty
 * object when there was no failure, and undefined when all statements were read.
 */
export function lackOf(digest: Digest | undefined): Written['notReadTwice'] {
  const notRead = digest?.checking.notRead;
  if (notRead === undefined || notRead.statements === 0) return undefined;
  const { failure } = notRead;
  if (failure === undefined) return {};
  const { kind, details } = failure;
  return { failure: new Failure(kind, { passing: passing.has(kind), details }) };
}
