import type { Plugin } from 'obsidian';
import type { Questions, StagesUi } from '../app/stages-ui';
import { format, type Messages } from '../i18n/messages';
import { changesText } from './changes-text';
import type { Notices } from './notices';
import { openQueue } from './queue-view/open';
import { StatusBar } from './status-bar';

/**
 * Functions of objects that `main.ts` creates after the call of {@link stagesUi}. These functions are called
 * only after all these objects exist.
 */
export interface LaterParts {
  readonly countInbox: StagesUi['inboxChanged'];
  /** If the user has chosen to be asked, asks whether to rename the PDFs that were digested. */
  readonly askAboutNames: () => void;
  readonly waitingCount: () => number;
}

/**
 * Returns the functions with which the parts of the plugin show or ask something in notices, windows and the
 * status bar.
 */
export function stagesUi(
  plugin: Plugin,
  messages: Messages,
  notices: Notices,
  { countInbox, askAboutNames, waitingCount }: LaterParts,
): StagesUi {
  const { app } = plugin;
  let asking: Questions | null = null;
  const status = new StatusBar(plugin.addStatusBarItem(), messages, () => void openQueue(app));
  plugin.register(() => status.dispose());
  return {
    loadQuestions: async () => {
      await notices.loadResults();
      const { questions } = await import('./questions');
      return (asking ??= questions(app, messages, waitingCount));
    },
    showState: (queue, inbox) => status.show(queue, inbox),
    report: (entry) => notices.report(entry),
    inboxChanged: countInbox,
    inboxMissing: (folder) => notices.inboxMissing(folder),
    queueFellIdle: () => {
      notices.queueFellIdle();
      asking?.queueFellIdle();
      askAboutNames();
    },
    queuePaused: (pause, resume) => notices.paused(pause, resume),
    changesText: (changes) => changesText(changes, messages),
    notesWithdrawn: (count) => notices.show(format(messages.notices.withdrawn, { count })),
    twinDoubted: (path, other) => notices.show(format(messages.notices.twinDoubted, { path, other })),
    fail: (thrown) => notices.fail(thrown),
  };
}
