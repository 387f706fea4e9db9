import type { Sendable } from '../../../src/redact/redacting';

/** Marks a request as redacted, for tests of the parts behind the border. */
export function sendable<Request>(request: Request): Sendable<Request> {
  return request as Sendable<Request>;
}
