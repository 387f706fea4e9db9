import type { Inbox } from '../inbox/inbox';
import type { Pause, Queue, QueueEntry } from '../inbox/queue';
import type { Passwords } from '../pdf/passwords';
import type { AskCost, AskImages } from '../pipeline/approve';
import type { UnapprovedChange } from '../settings/approvals';

/** The questions that the work on a PDF may ask the user. */
export interface Questions {
  readonly passwords: Passwords;
  readonly askCost: AskCost;
  readonly askImages: AskImages;
  /**
   * Must be called when the queue becomes idle. Answers that the user gave for the whole run are then
   * forgotten.
   */
  queueFellIdle(): void;
}

/**
 * The functions with which other parts of the plugin show something to the user or ask for a decision.
 * `main.ts` passes the functions to these parts, so that the parts need not import the user interface.
 */
export interface StagesUi {
  /**
   * Loads the code that asks about PDFs and reports their results. Must be called before a PDF is processed.
   * @throws Failure `code-not-loaded`, Cancelled
   */
  loadQuestions(): Promise<Questions>;
  /** Shows the progress of the queue and the inbox. */
  showState(queue: Queue, inbox: Inbox): void;
  /** Reports a change of an entry of the queue. */
  report(entry: QueueEntry): void;
  queueFellIdle(): void;
  /** Reports why the queue is paused. Null means that the queue continues. */
  queuePaused(pause: Pause | null, resume: () => void): void;
  /**
   * Counts the PDFs without a note in a folder that has become the inbox, and asks which of them to digest.
   * Resolves when the user has decided. @throws Failure
   */
  inboxChanged(folder: string): Promise<void>;
  /** Reports a watched folder that existed on this device and is missing now. */
  inboxMissing(folder: string): void;
  /** Reports `count` notes that were withdrawn because another device had written notes of the same PDFs. */
  notesWithdrawn(count: number): void;
  /**
   * Reports two notes of one PDF, by their vault paths. This device did not remove its own note, `path`,
   * because nothing proves that the plugin wrote the note at `other`.
   */
  twinDoubted(path: string, other: string): void;
  /** Describes the changes in the user's language, for the text of the failure `settings-not-approved`. */
  changesText(changes: readonly UnapprovedChange[]): string;
  /** Logs and shows a thrown error. */
  fail(thrown: unknown): void;
}
