import { causesOf, RemoteError, type CauseRecord } from '../../causes';
import { Failure, toFailure, type FailureDetails, type FailureKind } from '../../failure';

/** What the two sides send each other. Calls are numbered by the app, questions by the worker. */

export type ToWorker =
  /** Comes once, before the first call. */
  | { readonly type: 'setup'; readonly setup: unknown }
  | { readonly type: 'call'; readonly call: number; readonly name: string; readonly request: unknown }
  | { readonly type: 'cancel'; readonly call: number }
  /** Asks whether the worker still runs its code. */
  | { readonly type: 'ping' }
  | { readonly type: 'report'; readonly question: number; readonly progress: unknown }
  | { readonly type: 'answer'; readonly question: number; readonly result: unknown }
  | { readonly type: 'no-answer'; readonly question: number; readonly failure: FailureRecord };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  | { readonly type: 'report'; readonly call: number; readonly progress: unknown }
  | { readonly type: 'result'; readonly call: number; readonly result: unknown }
  | CallFailed
  | AskedQuestion;

export interface CallFailed {
  readonly type: 'failed';
  readonly call: number;
  readonly failure: FailureRecord;
  /** The question whose failed answer is the failure of the call. */
  readonly unanswered?: number;
}

export interface AskedQuestion {
  readonly type: 'question';
  readonly question: number;
  /** The call that asks; left out when the question belongs to none. */
  readonly call?: number;
  readonly name: string;
  readonly request: unknown;
}

/** A failure as data, because a structured clone of an error loses its class and its fields. */
export interface FailureRecord {
  readonly kind: FailureKind;
  readonly passing: boolean;
  readonly details: FailureDetails;
  /** The text of the thrown value. For developers only: it is never logged. */
  readonly message: string;
  /** The thrown value and its causes, in the form that may be logged. */
  readonly causes: readonly CauseRecord[];
}

export function recordOf(thrown: unknown): FailureRecord {
  const { kind, passing, details } = toFailure(thrown);
  return { kind, passing, details, message: String(thrown), causes: causesOf(thrown) };
}

export function failureOf({ kind, passing, details, message, causes }: FailureRecord): Failure {
  return new Failure(kind, { passing, details, cause: new RemoteError(message, causes) });
}
