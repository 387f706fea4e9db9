import type { Inbox } from '../inbox/inbox';
import type { Pause, Queue, QueueEntry } from '../inbox/queue';
import type { Passwords } from '../pdf/passwords';
import type { AskCost } from '../pipeline/approve';

/**
 * What the stages show to the user and ask the user. `main.ts` hands it in, so that no stage knows the
 * interface.
 */
export interface StagesUi {
  readonly passwords: Passwords;
  readonly askCost: AskCost;
  /** Shows how far the work has come. */
  showState(queue: Queue, inbox: Inbox): void;
  /** Reports a change of an entry of the queue. */
  report(entry: QueueEntry): void;
  queueFellIdle(): void;
  /** Reports why the queue pauses, or with null that it goes on. `resume` resumes it. */
  queuePaused(pause: Pause | null, resume: () => void): void;
  /** Reports how many notes were withdrawn, because another device had written a note of the same PDF. */
  notesWithdrawn(count: number): void;
  /** Logs and shows what was thrown. */
  fail(thrown: unknown): void;
}
