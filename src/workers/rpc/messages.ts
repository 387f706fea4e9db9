import { causesOf, RemoteError, type CauseRecord } from '../../causes';
import { Failure, toFailure, type FailureDetails, type FailureKind } from '../../failure';

/**
 * The messages between the app and a worker. Each call of the app and each question of the worker has a
 * number.
 */

export type ToWorker =
  /** Sent once, before the first call. */
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
  | SentQuestion;

export interface CallFailed {
  readonly type: 'failed';
  readonly call: number;
  readonly failure: FailureRecord;
  /** The number of a question, if the call failed because the app could not answer this question. */
  readonly unanswered?: number;
}

export interface SentQuestion {
  readonly type: 'question';
  readonly question: number;
  /** Absent when the question belongs to no call. */
  readonly call?: number;
  readonly name: string;
  readonly request: unknown;
}

/** A failure as plain data. A structured clone of an error would lose the class and the fields. */
export interface FailureRecord {
  readonly kind: FailureKind;
  readonly passing: boolean;
  readonly details: FailureDetails;
  /** The text of the thrown value. It is for developers only and never logged. */
  readonly message: string;
  /** The thrown value and its causes, in a form that may be logged. */
  readonly causes: readonly CauseRecord[];
}

export function recordOf(thrown: unknown): FailureRecord {
  const { kind, passing, details } = toFailure(thrown);
  return { kind, passing, details, message: String(thrown), causes: causesOf(thrown) };
}

export function failureOf({ kind, passing, details, message, causes }: FailureRecord): Failure {
  return new Failure(kind, { passing, details, cause: new RemoteError(message, causes) });
}
