import { causesOf, type CauseRecord } from './causes';
import { Cancelled, Failure, toFailure, type FailureDetails, type FailureKind } from './failure';

/** A failure without private data. {@link CauseRecord} tells what is left out of the causes. */
export interface LoggedFailure {
  /** The time at which it was logged, in ms since 1970. */
  readonly at: number;
  readonly kind: FailureKind;
  readonly passing: boolean;
  /** Numbers, and the `reason` if it is one of the plugin's own values. */
  readonly details: FailureDetails;
  /** The failure itself and its causes, outermost first. */
  readonly causes: readonly CauseRecord[];
}

/** A problem after which the work continues with less data. */
export type Trouble =
  | 'page-unreadable'
  | 'attachments-unreadable'
  | 'document-information-unreadable'
  | 'frontmatter-unreadable'
  | 'settings-unreadable'
  | 'secrets-unavailable'
  | 'window-lock-unavailable'
  | 'viewer-silent';

export type LogSink = (line: string) => void;

const mostKept = 20;

/** The plugin's own values of the detail `reason`. Any other value may be text from an endpoint. */
const reasons: ReadonlySet<unknown> = new Set([
  'html',
  'not-json',
  'no-choices',
  'no-message',
  'no-models',
  'empty-body',
  'body-cut',
  'connection-lost',
  'length',
  'no-finish-reason',
  'empty',
  'repeats',
  'cut-off',
  'error',
  'insufficient_system_resource',
  'network_error',
  'abort',
  'load',
  'unload',
]);

/** The developer console shows these lines only at its "verbose" level. */
const debug: LogSink = (line) => console.debug(`PDF Inbox: ${line}`);

/**
 * The plugin's only log. An entry consists of kinds, numbers and class names, so it cannot contain keys, file
 * names or document text.
 */
export class Log {
  readonly #sink: LogSink;
  readonly #now: () => number;
  readonly #seen = new WeakSet<Failure>();
  #failures: readonly LoggedFailure[] = [];

  /** @param now ms since 1970 */
  constructor(sink: LogSink = debug, now: () => number = () => Date.now()) {
    this.#sink = sink;
    this.#now = now;
  }

  /** The last failures, oldest first. */
  get failures(): readonly LoggedFailure[] {
    return this.#failures;
  }

  /**
   * Logs a failure with its causes and returns it. The same object is logged only once, and `Cancelled` is
   * never logged.
   */
  failure(thrown: unknown): Failure {
    const failure = toFailure(thrown);
    if (thrown instanceof Cancelled || this.#seen.has(failure)) return failure;
    this.#seen.add(failure);
    const { kind, passing, details } = failure;
    const entry = { at: this.#now(), kind, passing, details: shownOf(details), causes: causesOf(failure) };
    this.#failures = [...this.#failures, entry].slice(-mostKept);
    this.#sink(lineOf(entry));
    return failure;
  }

  /** Waits for `work` and logs its failure. */
  async watching<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (thrown) {
      throw thrown instanceof Cancelled ? thrown : this.failure(thrown);
    }
  }
}

/** Logs a problem that the user does not need to see. */
export function logTrouble(
  trouble: Trouble,
  thrown: unknown,
  numbers: Readonly<Record<string, number>> = {},
  sink: LogSink = debug,
): void {
  sink([trouble, ...detailWords(numbers), ...causesOf(thrown).map(causeWords)].join('; '));
}

/** Formats the kind, the details and the causes of a failure as one line. */
export function lineOf({ kind, passing, details, causes }: LoggedFailure): string {
  const what = passing ? `${kind} (passing)` : kind;
  return [what, ...detailWords(details), ...causes.map(causeWords)].join('; ');
}

function shownOf(details: FailureDetails): FailureDetails {
  const isShown = ([name, value]: [string, string | number]): boolean =>
    typeof value === 'number' || (name === 'reason' && reasons.has(value));
  return Object.fromEntries(Object.entries(details).filter(isShown));
}

function detailWords(details: FailureDetails): readonly string[] {
  return Object.entries(details).map(([name, value]) => `${name}=${String(value)}`);
}

function causeWords({ name, code, status, at }: CauseRecord): string {
  const words = [name];
  if (code !== undefined) words.push(code);
  if (status !== undefined) words.push(`status ${String(status)}`);
  if (at.length > 0) words.push(`at ${at.join(', ')}`);
  return words.join(' ');
}
