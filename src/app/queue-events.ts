import type { Completion } from '../inbox/completion';
import type { Inbox } from '../inbox/inbox';
import type { Queue, QueueEvents } from '../inbox/queue';
import type { Twins } from '../inbox/twins';
import type { Memory } from './memory';
import type { StagesUi } from './stages-ui';

/** The parts that are informed about changes of the queue. */
export interface QueueFollowers {
  readonly queue: Queue;
  readonly inbox: Inbox;
  readonly completion: Completion;
  readonly twins: Twins;
  /** Returns the current path of a note from an earlier path. */
  readonly whereIs: (notePath: string) => string;
  /** Resumes a paused queue at the user's request. */
  readonly resume: () => void;
}

/**
 * Passes every change of the queue to the parts of the plugin that react to it.
 * @param followers returns the parts; it is called only after all of them exist
 */
export function queueEvents(
  { history, declined, leftOut, patience, folderJobs }: Memory,
  ui: StagesUi,
  followers: () => QueueFollowers,
): QueueEvents {
  return {
    onChange: (entry) => {
      const { queue, inbox, completion, twins, whereIs } = followers();
      history.record(entry, whereIs);
      const wasReported = [declined.record(entry), leftOut.wasReported(entry)].includes(true);
      if (!wasReported) ui.report(entry);
      ui.showState(queue, inbox);
      if (entry.state.kind === 'ended' && entry.state.outcome.kind === 'unfinished')
        inbox.waitLonger(entry, patience.roundsOf(entry.file));
      completion.record(entry);
      twins.record(entry);
    },
    onIdle: () => {
      const { queue, inbox } = followers();
      ui.showState(queue, inbox);
      ui.queueFellIdle();
      inbox.queueFellIdle();
      if (inbox.waitingCount === 0) folderJobs.save(null);
    },
    onPause: (pause, before) => {
      const { queue, inbox, completion, resume } = followers();
      ui.queuePaused(pause, resume);
      ui.showState(queue, inbox);
      // If a failure had paused the queue, the same failure has left some notes incomplete. So these notes
      // are processed again.
      if (pause === null && before?.failure) completion.again(history.pending);
    },
  };
}
