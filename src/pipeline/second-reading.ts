import type { Digest } from '../digest/digest';
import { Failure, type FailureKind } from '../failure';
import type { Written } from '../inbox/queue';

/**
 * The failures that may go away without any action of the user. A digest does not record the flag `passing`
 * of a failure, so this list restores the flag.
 */
const passing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'llm-rate-limit',
  'llm-daily-limit',
  'llm-server',
  'llm-unreachable',
]);

/**
 * Returns undefined when all statements were read a second time. Otherwise returns the failure that prevented
 * this, or an empty object when no failure was the cause.
 */
export function lackOf(digest: Digest | undefined): Written['notReadTwice'] {
  const notRead = digest?.checking.notRead;
  if (notRead === undefined || notRead.statements === 0) return undefined;
  const { failure } = notRead;
  if (failure === undefined) return {};
  const { kind, details } = failure;
  return { failure: new Failure(kind, { passing: passing.has(kind), details }) };
}
