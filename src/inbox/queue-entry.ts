import type { Failure } from '../failure';
import type { PageChanges } from '../note/changes/page-changes';
import type { NoteState } from '../note/content';
import type { NoteFile, NoteUpdate } from '../note/writer';
import type { PdfFile } from './vault';

/**
 * What is being done for a PDF right now. Pages and parts count from 1; `recognising` begins with none done. `words`:
 * of the answers so far, where the endpoint lets them be seen.
 */
export type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'extracting'; readonly done: number; readonly of: number }
  | { readonly kind: 'recognising'; readonly done: number; readonly of: number }
  | Digesting
  | { readonly kind: 'writing' };

/** `stage`: statements are read a second time, or corrected; left out while the parts are asked for. */
export interface Digesting {
  readonly kind: 'digesting';
  readonly part: number;
  readonly of: number;
  readonly model: string;
  readonly words?: number;
  readonly stage?: 'reading' | 'correcting';
}

/** A note was written, or got a new digest (`update`). `failure` says why it is not a complete one. */
export interface Written {
  readonly kind: 'written';
  readonly notePath: string;
  readonly state: NoteState;
  readonly failure?: Failure;
  /** Not all statements were read a second time, and why where a failure is the cause. */
  readonly notReadTwice?: { readonly failure?: Failure };
  readonly update?: NoteUpdate;
}

/** How the work on a PDF ended, failures aside. */
export type Outcome =
  | Written
  /** A note for these bytes is there already. */
  | { readonly kind: 'known'; readonly notePath: string }
  /**
   * The PDF's note was made from other bytes; it was left alone. `pages`: how many the PDF has now, if it can be read;
   * `changes`: which differ, if the note keeps the text they had.
   */
  | { readonly kind: 'changed'; readonly notePath: string; readonly pages?: number; readonly changes?: PageChanges }
  /** The bytes end before the PDF does: it is still being written. */
  | { readonly kind: 'unfinished' }
  /** Nothing can be digested for now, this PDF or another: it goes back to the head of the queue, which pauses. */
  | { readonly kind: 'held-up'; readonly pause: Pause }
  /** Only the user can say how to go on; they are asked once they ask for this PDF by name. */
  | { readonly kind: 'needs-you'; readonly need: Need }
  /** The PDF was deleted, or changed again, while it was being worked on. */
  | { readonly kind: 'gone' };

/**
 * Why the queue stands still, and until when (ms since 1970); without a time, until the user has done something.
 * Without a failure the user wanted it to; such a pause has no time.
 */
export interface Pause {
  readonly failure?: Failure;
  readonly until?: number;
}

/** What the user has to decide. Tokens are an estimate. */
export type Need =
  | { readonly kind: 'password'; readonly failure: Failure }
  | { readonly kind: 'cost'; readonly pages: number; readonly parts: number; readonly tokens: number };

/** Why a PDF is in the queue. `asked`: by the user, by name; `arrived`: new in the inbox; `found`: by reconciling. */
export type Origin = 'asked' | 'arrived' | 'modified' | 'found';

export interface QueueEntry {
  readonly file: PdfFile;
  readonly origin: Origin;
  /** The note that is to get the digest; left out, a new one is written. */
  readonly note?: NoteFile;
  /** When it left the queue, in ms since 1970. */
  readonly endedAt?: number;
  readonly state:
    /** Not in the queue yet: it may still be growing. `bytes`: so far; null where it is not likely to grow. */
    | { readonly kind: 'arriving'; readonly bytes: number | null }
    | { readonly kind: 'waiting' }
    /** `since`: when this kind of step began, in ms since 1970; `tokens`: used so far, as endpoints reported them. */
    | { readonly kind: 'working'; readonly step: Step; readonly since: number; readonly tokens: number }
    | { readonly kind: 'ended'; readonly outcome: Outcome }
    | { readonly kind: 'failed'; readonly failure: Failure }
    | { readonly kind: 'cancelled' };
}
