import type { Sendable } from '../../../src/redact/redacting';

/** Marks a request as redacted, for tests of the parts that accept only redacted requests. */
export function sendable<Request>(request: Request): Sendable<Request> {
  return request as Sendable<Request>;
}
