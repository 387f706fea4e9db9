import type { Digest } from '../digest/digest';
import { Failure, type FailureKind } from '../failure';
import type { Written } from '../inbox/queue';

/** Failures that pass by themselves; in a digest a failure has its kind and details alone. */
const passing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'llm-rate-limit',
  'llm-daily-limit',
  'llm-server',
  'llm-unreachable',
]);

/** What a digest lacks whose statements were not all read a second time; undefined when it lacks nothing. */
export function lackOf(digest: Digest | undefined): Written['notReadTwice'] {
  const notRead = digest?.checking.notRead;
  if (notRead === undefined || notRead.statements === 0) return undefined;
  const { failure } = notRead;
  if (failure === undefined) return {};
  const { kind, details } = failure;
  return { failure: new Failure(kind, { passing: passing.has(kind), details }) };
}
