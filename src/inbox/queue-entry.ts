import type { Failure } from '../failure';
import type { PageChanges } from '../note/changes/page-changes';
import type { NoteState } from '../note/content';
import type { NoteFile, NoteUpdate } from '../note/writer';
import type { PdfFile } from './vault';

/**
 * The current step of the work on a PDF. `reading` reads the file, `extracting` reads the text of its pages,
 * and `recognising` reads images of pages. `done` is the number of finished pages, and `of` is the number of
 * all pages of this step.
 */
export type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'extracting'; readonly done: number; readonly of: number }
  | { readonly kind: 'recognising'; readonly done: number; readonly of: number }
  | Digesting
  | { readonly kind: 'writing' };

/**
 * The step in which a model makes the digest. Without `stage`, `part` is the current part of the document,
 * from 1 to `of`. With the stage `reading` (statements are read a second time) or `correcting`, `part` is the
 * current batch of statements. `words` is the number of words received so far; absent when the endpoint does
 * not stream.
 */
export interface Digesting {
  readonly kind: 'digesting';
  readonly part: number;
  readonly of: number;
  readonly model: string;
  readonly words?: number;
  readonly stage?: 'reading' | 'correcting';
}

/** A note was written or updated. If the digest is not complete, `failure` is the reason. */
export interface Written {
  readonly kind: 'written';
  readonly notePath: string;
  readonly state: NoteState;
  readonly failure?: Failure;
  /**
   * Present when some statements were not read a second time. `failure` is present if a failure was the
   * cause.
   */
  readonly notReadTwice?: { readonly failure?: Failure };
  readonly update?: NoteUpdate;
  /** True when the offline engine was used because the PDF must stay on this device. */
  readonly onlyHere?: true;
}

/**
 * Why this device does not process a PDF automatically. `deleted`: its note was deleted. `declined`: the PDF
 * was in a folder when the folder became an inbox folder, and the user decided not to digest it. `kept`: the
 * PDF has changed, and the user keeps the old note.
 */
export type LeftOutReason = 'deleted' | 'declined' | 'kept';

/** The outcome of the work on a PDF, except for failures. */
export type Outcome =
  | Written
  /**
   * A note for the bytes of this PDF already exists. `isUnreadable`: the properties of the note cannot be
   * read; the note was found by the hash in its text.
   */
  | { readonly kind: 'known'; readonly notePath: string; readonly isUnreadable?: true }
  /** The PDF is left out on this device. `sha256` is present if the PDF was recognised by its bytes. */
  | { readonly kind: 'left-out'; readonly reason: LeftOutReason; readonly sha256?: string }
  /**
   * The PDF has changed since its note was made; the note was left as it is. `pages` is the new page count,
   * if the PDF can be read. `changes` describes which pages differ; absent when the PDF cannot be compared
   * with the text in the note.
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
  /** No PDF can be processed now. The queue pauses, and this PDF is put back at the front of the queue. */
  | { readonly kind: 'held-up'; readonly pause: Pause }
  /** The user has to decide. They are asked when they choose this PDF in the app. */
  | { readonly kind: 'needs-you'; readonly need: Need }
  /** The PDF was deleted before its note was written. */
  | { readonly kind: 'gone' };

/**
 * Why the queue is paused, and until when (ms since 1970). If `until` is absent, the queue waits for the
 * user. If `failure` is absent, the user paused the queue.
 */
export interface Pause {
  readonly failure?: Failure;
  readonly until?: number;
}

/** The decision that the user has to make. `tokens` is an estimate. */
export type Need =
  | { readonly kind: 'password'; readonly failure: Failure }
  /** The app ended unexpectedly while this PDF was being read. */
  | { readonly kind: 'crash' }
  /** The PDF is larger than the limit for automatic work on this device. Both sizes are in bytes. */
  | { readonly kind: 'size'; readonly size: number; readonly limit: number }
  /** A note states that it belongs to this PDF, but nothing proves that the plugin made it for this PDF. */
  | { readonly kind: 'claim'; readonly notePath: string; readonly doubt: ClaimDoubt }
  /**
   * Images of pages would be sent. Values such as phone numbers are replaced in text before it is sent, but
   * they cannot be replaced in images.
   */
  | { readonly kind: 'images'; readonly pages: number }
  | { readonly kind: 'cost'; readonly pages: number; readonly parts: number; readonly tokens: number };

/**
 * Why a note's claim on a PDF is not trusted. `outside`: the PDF is in no inbox folder. `unsigned`: the note
 * does not have the property `pdf_digest`.
 */
export type ClaimDoubt = 'outside' | 'unsigned';

/**
 * Why a PDF is in the queue. `asked`: the user chose it in the app. `requested`: the user chose it on the
 * command line, where no question can be answered. `arrived`: it is new in the inbox. `modified`: its file
 * changed. `found`: the plugin found it in a search for PDFs that still need work.
 */
export type Origin = 'asked' | 'requested' | 'arrived' | 'modified' | 'found';

/** Returns true when the user requested the work, and false when the plugin began it automatically. */
export function isRequest(origin: Origin): boolean {
  return origin === 'asked' || origin === 'requested';
}

export interface QueueEntry {
  readonly file: PdfFile;
  readonly origin: Origin;
  /** The note into which the digest is written. If absent, a new note is written. */
  readonly note?: NoteFile;
  /** The user wants a new note, although a note for the bytes of the file exists. */
  readonly anew?: true;
  /** The time at which the PDF left the queue, in ms since 1970. */
  readonly endedAt?: number;
  readonly state:
    /**
     * The PDF is not in the queue yet. `bytes` is its size so far, if the file may still be growing;
     * otherwise null.
     */
    | { readonly kind: 'arriving'; readonly bytes: number | null }
    | { readonly kind: 'waiting' }
    /**
     * `since` is the time, in ms since 1970, at which the current kind of step began. `tokens` is the number
     * of tokens used so far, as the endpoints reported it.
     */
    | { readonly kind: 'working'; readonly step: Step; readonly since: number; readonly tokens: number }
    | { readonly kind: 'ended'; readonly outcome: Outcome }
    | { readonly kind: 'failed'; readonly failure: Failure }
    | { readonly kind: 'cancelled' };
}
