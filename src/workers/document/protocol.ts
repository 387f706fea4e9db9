import type { DigestAnswer, DigestJob, DigestMessage, DigestQuestion } from './digest-protocol';
import type { CauseRecord } from '../../causes';
import type { FailureDetails, FailureKind } from '../../failure';
import type { CompareJob, CompareMessage, DecisionJob, NoteAnswer, NoteJob, NoteMessage, NoteQuestion } from './note-protocol';
import type { PdfJob, PdfMessage } from './pdf-protocol';

/**
 * What the two sides of the document worker say to each other. The worker does one job at a time, in the order they
 * come; every message of a job carries its number.
 */

export type Job = PdfJob | DigestJob | NoteJob | DecisionJob | CompareJob;

/** Binary parts that pdf.js may ask for, packed as in the bundle. */
export interface PackedAssets {
  readonly cmaps: string;
  readonly openjpeg: string;
}

/** A question of a job, answered by the app while the job goes on. */
export type Question = DigestQuestion | NoteQuestion;
export type Answer = DigestAnswer | NoteAnswer;

export type ToWorker =
  | { readonly type: 'assets'; readonly assets: PackedAssets }
  | { readonly type: 'job'; readonly job: number; readonly work: Job }
  /** Words of the answer to come. */
  | { readonly type: 'words'; readonly question: number; readonly words: number }
  | { readonly type: 'answer'; readonly question: number; readonly answer: Answer }
  /** Answering threw. Kind and details are for the worker to act on; the app keeps what was thrown under the number. */
  | { readonly type: 'no-answer'; readonly question: number; readonly kind: FailureKind; readonly details: FailureDetails };

/** A job that ended with a failure. */
export interface JobFailed {
  readonly type: 'failed';
  readonly kind: FailureKind;
  /** For developers. */
  readonly message: string;
  /** What was thrown and its causes, as they may be logged. */
  readonly causes?: readonly CauseRecord[];
  /** The question whose answer was a failure. */
  readonly unanswered?: number;
}

/** What is said about a job while it runs, and at its end. */
export type JobMessage =
  | PdfMessage
  | DigestMessage
  | NoteMessage
  | CompareMessage
  /** Questions are numbered through the life of the worker. */
  | { readonly type: 'question'; readonly question: number; readonly asked: Question }
  | JobFailed;

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'job'; readonly job: number; readonly says: JobMessage };
