/**
 * The one family of failures. Every stage throws {@link Failure} or a subclass. What a kind means to the
 * program is in `failure-kinds.ts`; the sentence and the way on of each kind are in `src/i18n/failures`.
 */
import { traitsOf, type FailureKind } from './failure-kinds';

export type { FailureKind } from './failure-kinds';

/** Values that may stand in a failure's sentence. Never a key, never text of the document. */
export type FailureDetails = Readonly<Record<string, string | number>>;

export interface FailureOptions {
  /** Whether the same attempt may succeed later, without the user. By default, the kind decides. */
  readonly passing?: boolean;
  readonly details?: FailureDetails;
  readonly cause?: unknown;
}

export class Failure extends Error {
  readonly kind: FailureKind;
  readonly passing: boolean;
  readonly details: FailureDetails;

  constructor(kind: FailureKind, options: FailureOptions = {}) {
    super(kind, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.passing = options.passing ?? traitsOf(kind).passes ?? false;
    this.details = options.details ?? {};
  }
}

/** Thrown when the user, or the plugin being unloaded, ended the work. Not a failure: nothing is reported. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** Throws {@link Cancelled} when the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled();
}

/** Any thrown value as a member of the family; what is unknown becomes `unexpected` with its cause kept. */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure('unexpected', { cause: thrown });
}
