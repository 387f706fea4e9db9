import { causesOf, type CauseRecord } from './causes';
import { Cancelled, Failure, toFailure, type FailureDetails, type FailureKind } from './failure';

/** A failure as it may be shown to anybody: see {@link CauseRecord} for what is left out. */
export interface LoggedFailure {
  /** When it was logged, in ms since 1970. */
  readonly at: number;
  readonly kind: FailureKind;
  readonly passing: boolean;
  /** The numbers among the failure's details, and its `reason` where that is one of ours. */
  readonly details: FailureDetails;
  /** The failure itself and its causes, outermost first. */
  readonly causes: readonly CauseRecord[];
}

/** Trouble that is no failure: the work goes on with less. */
export type Trouble =
  | 'page-unreadable'
  | 'document-information-unreadable'
  | 'frontmatter-unreadable'
  | 'viewer-silent';

/** Takes one line of the log. */
export type LogSink = (line: string) => void;

/** Failures that are kept for a report. */
const mostKept = 20;

/** The values that our own code gives to the detail `reason`. Any other may be the words of an endpoint. */
const reasons: ReadonlySet<unknown> = new Set([
  'html', 'not-json', 'no-choices', 'no-message', 'no-models', 'empty-body', 'body-cut', 'connection-lost',
  'length', 'no-finish-reason', 'empty', 'repeats', 'cut-off', 'error', 'insufficient_system_resource',
  'network_error', 'abort', 'load', 'unload',
]);

/** Developer tools show these lines only when they are asked for verbose ones. */
const debug: LogSink = (line) => console.debug(`PDF Inbox: ${line}`);

/**
 * The one log. It has no keys, no names of files and no text of documents, because an entry is made of kinds,
 * numbers and names of classes alone. The last failures are kept in memory for a report.
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
   * Logs a failure with its causes, the same object only once. Cancelled is none. Returns it as a failure.
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

  /** The outcome of work; logs what it throws, and throws it on. */
  async watching<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (thrown) {
      throw thrown instanceof Cancelled ? thrown : this.failure(thrown);
    }
  }
}

/** Logs trouble that nobody has to be shown. Numbers are page numbers and the like. */
export function logTrouble(
  trouble: Trouble,
  thrown: unknown,
  numbers: Readonly<Record<string, number>> = {},
  sink: LogSink = debug,
): void {
  sink([trouble, ...detailWords(numbers), ...causesOf(thrown).map(causeWords)].join('; '));
}

/** A failure as one line: its kind, its details, its causes. */
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
