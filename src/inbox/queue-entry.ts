import type { Failure } from '../failure';
import type { PageChanges } from '../note/changes/page-changes';
import type { NoteState } from '../note/content';
import type { NoteFile, NoteUpdate } from '../note/writer';
import type { PdfFile } from './vault';

/**
 * The current step of the work on a PDF. Pages and parts are counted from 1, but `done` of `recognising`
 * starts with 0. `words` is the number of words received so far, if the endpoint streams its responses.
 */
export type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'extracting'; readonly done: number; readonly of: number }
  | { readonly kind: 'recognising'; readonly done: number; readonly of: number }
  | Digesting
  | { readonly kind: 'writing' };

/** `stage` is the second reading or the correction of statements; absent while the digest itself is made. */
export interface Digesting {
  readonly kind: 'digesting';
  readonly part: number;
  readonly of: number;
  readonly model: string;
  readonly words?: number;
  readonly stage?: 'reading' | 'correcting';
}

/** A note was written or updated. `failure` is the reason why its digest is not complete. */
export interface Written {
  readonly kind: 'written';
  readonly notePath: string;
  readonly state: NoteState;
  readonly failure?: Failure;
  /** Present when not all statements were read a second time. It has the failure, if there was one. */
  readonly notReadTwice?: { readonly failure?: Failure };
  readonly update?: NoteUpdate;
  /** True when the offline engine was used because the PDF must stay on this device. */
  readonly onlyHere?: true;
}

/**
 * The reason why this device does not process a PDF automatically. `deleted`: its note was deleted.
 * `declined`: the user excluded it after its folder was counted. `kept`: the PDF has changed, and the user
 * keeps the note of the earlier bytes.
 */
export type LeftOutReason = 'deleted' | 'declined' | 'kept';

/** The outcome of the work on a PDF, except for failures. */
export type Outcome =
  | Written
  /**
   * A note for these bytes already exists. `isUnreadable` is true when its properties cannot be read, and the
   * note is known only by the hash in its text.
   */
  | { readonly kind: 'known'; readonly notePath: string; readonly isUnreadable?: true }
  /** The PDF is left out on this device. `sha256` is present when its bytes were the reason. */
  | { readonly kind: 'left-out'; readonly reason: LeftOutReason; readonly sha256?: string }
  /**
   * The PDF's note was made from other bytes and was not changed. `pages` is the current page count, if the
   * PDF can be read. `changes` describes which pages differ, if the note keeps the old text.
   */
  | {
      readonly kind: 'changed';
      readonly notePath: string;
      /** The hash of the current bytes. */
      readonly sha256?: string;
      readonly pages?: number;
      readonly changes?: PageChanges;
    }
  /** The file does not contain the whole PDF yet, or it changed while it was being processed. */
  | { readonly kind: 'unfinished' }
  /** No PDF can be processed now. The queue pauses, and this PDF is put back at its beginning. */
  | { readonly kind: 'held-up'; readonly pause: Pause }
  /** The user has to decide. They are asked when they choose this PDF in the app. */
  | { readonly kind: 'needs-you'; readonly need: Need }
  /** The PDF was deleted before its note was written. */
  | { readonly kind: 'gone' };

/**
 * Why the queue is paused, and until when (ms since 1970). Without a time, it waits for an action of the
 * user. A pause without a failure was made by the user and has no time.
 */
export interface Pause {
  readonly failure?: Failure;
  readonly until?: number;
}

/** The decision that the user has to make. Numbers of tokens are estimates. */
export type Need =
  | { readonly kind: 'password'; readonly failure: Failure }
  /** The app ended unexpectedly while this PDF was being read. */
  | { readonly kind: 'crash' }
  /** The PDF is larger than what this device reads automatically. Both sizes are bytes. */
  | { readonly kind: 'size'; readonly size: number; readonly limit: number }
  /** A note asks for a digest of this PDF, but nothing proves that the plugin wrote this note for it. */
  | { readonly kind: 'claim'; readonly notePath: string; readonly doubt: ClaimDoubt }
  /** Images of pages would be sent, although values are replaced in text. */
  | { readonly kind: 'images'; readonly pages: number }
  | { readonly kind: 'cost'; readonly pages: number; readonly parts: number; readonly tokens: number };

/**
 * Why a note's claim on a PDF is not trusted: the PDF is in no inbox folder, or the note lacks the record of
 * its generated lines (`pdf_digest`).
 */
export type ClaimDoubt = 'outside' | 'unsigned';

/**
 * Why a PDF is in the queue. `asked`: the user chose it in the app. `requested`: the user chose it on the
 * command line, where no question can be answered. `arrived`: it is new in the inbox. `modified`: its file
 * changed. `found`: the plugin found it.
 */
export type Origin = 'asked' | 'requested' | 'arrived' | 'modified' | 'found';

/** Returns true when the user has requested this work, and false when the plugin does it automatically. */
export function isRequest(origin: Origin): boolean {
  return origin === 'asked' || origin === 'requested';
}

export interface QueueEntry {
  readonly file: PdfFile;
  readonly origin: Origin;
  /** The note into which the digest is written. If absent, a new note is written. */
  readonly note?: NoteFile;
  /** The user wants a new note, although a note of these bytes exists. */
  readonly anew?: true;
  /** The time at which the PDF left the queue, in ms since 1970. */
  readonly endedAt?: number;
  readonly state:
    /**
     * The PDF is not in the queue yet, because the file may still be growing. `bytes` is its size so far;
     * null when it is unlikely to grow.
     */
    | { readonly kind: 'arriving'; readonly bytes: number | null }
    | { readonly kind: 'waiting' }
    /**
     * `since` is the time at which steps of this kind began, in ms since 1970. `tokens` is the number of
     * tokens used so far, as endpoints reported them.
     */
    | { readonly kind: 'working'; readonly step: Step; readonly since: number; readonly tokens: number }
    | { readonly kind: 'ended'; readonly outcome: Outcome }
    | { readonly kind: 'failed'; readonly failure: Failure }
    | { readonly kind: 'cancelled' };
}
