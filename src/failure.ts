/**
 * The one family of failures. Every stage throws subclasses of {@link Failure}; the sentence and the way on for
 * each kind stand in `src/i18n` (`failures`), keyed by kind, so that a kind without words does not compile.
 */

/** What went wrong, by what the user can do about it. */
export type FailureKind =
  // reading the PDF
  | 'pdf-password-needed'
  | 'pdf-password-wrong'
  | 'pdf-unsupported-security'
  | 'pdf-corrupt'
  | 'pdf-empty'
  | 'pdf-too-large'
  | 'pdf-no-text'
  | 'pdf-not-recognised'
  | 'pdf-worker'
  // asking the endpoint
  | 'llm-key-missing'
  | 'llm-key-wrong'
  | 'llm-no-balance'
  | 'llm-region'
  | 'llm-rate-limit'
  | 'llm-daily-quota'
  | 'llm-daily-limit'
  | 'llm-content-filter'
  | 'llm-too-long'
  | 'llm-prompt-cut'
  | 'llm-model-unknown'
  | 'llm-no-vision'
  | 'llm-unreachable'
  | 'llm-tls'
  | 'llm-timeout'
  | 'llm-not-an-api'
  | 'llm-bad-request'
  | 'llm-bad-answer'
  | 'llm-cut-off'
  | 'llm-refused'
  | 'llm-server'
  // the vault
  | 'vault-file-gone'
  | 'vault-read'
  | 'vault-write'
  | 'vault-folder'
  | 'template-invalid'
  // a defect of ours
  | 'unexpected';

/** Values that may stand in a failure's sentence. Never a key, never text of the document. */
export type FailureDetails = Readonly<Record<string, string | number>>;

export interface FailureOptions {
  /** True when the same attempt may succeed later without the user doing anything. */
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
    this.passing = options.passing ?? false;
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
