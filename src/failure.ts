/**
 * When something fails, {@link Failure} or a subclass is thrown. `failure-kinds.ts` states for each kind how
 * the plugin reacts to it. `src/i18n/failures` has the sentences for the user.
 */
import { traitsOf, type FailureKind } from './failure-kinds';

export type { FailureKind } from './failure-kinds';

/** Values for the placeholders of a failure's sentence. They never contain an API key or document text. */
export type FailureDetails = Readonly<Record<string, string | number>>;

export interface FailureOptions {
  /**
   * True when the same attempt may succeed later without any action of the user. When it is absent, the kind
   * decides.
   */
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

/**
 * Thrown when the user cancelled the work or the plugin was unloaded. It is not a failure and is not
 * reported.
 */
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

/**
 * Converts any thrown value to a failure. A value that is not a failure becomes the cause of a failure
 * `unexpected`.
 */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure('unexpected', { cause: thrown });
}
