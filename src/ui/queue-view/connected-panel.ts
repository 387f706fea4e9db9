import type { App } from 'obsidian';
import type { Stages } from '../../app/stages';
import type { Messages } from '../../i18n/messages';
import type { Settings } from '../../settings';
import { inboxFolders } from '../../settings/settings-for';
import { approvalButtons } from '../approval-buttons';
import type { Actions } from '../commands';
import type { Pairs } from '../pairs';
import type { QueuePanel } from './panel';

/** The running parts that the queue view is connected with. */
export interface PanelParts {
  readonly messages: Messages;
  readonly stages: Stages;
  readonly settings: () => Settings;
  readonly actions: Actions;
  readonly pairs: Pairs;
  /** Opens the dialog or the settings where the user can correct the cause of a failure. */
  readonly correct: QueuePanel['openSettings'];
  readonly fail: (thrown: unknown) => void;
}

/** Connects the queue view with the running parts of the plugin. */
export function queuePanel(app: App, parts: PanelParts): QueuePanel {
  const { messages, stages, settings, actions, pairs, correct, fail } = parts;
  return {
    app,
    messages,
    queue: stages.queue,
    inbox: stages.inbox,
    history: stages.history,
    actions,
    inboxFolders: () => inboxFolders(settings()),
    automatic: () => stages.automatic.get(),
    process: (file, note, anew) => {
      stages.endpoint.forgetFailures();
      stages.inbox.process(file, note, anew).catch(fail);
    },
    readmit: (entry) => stages.decisions.readmit(entry),
    keepNote: (entry) => stages.decisions.keepNote(entry),
    rename: (file) => {
      const pdf = app.vault.getFileByPath(file.path);
      const pair = pdf === null ? null : pairs.pairOf(pdf);
      if (pair !== null) actions.renameToTitle(pair);
    },
    resumeWork: stages.resumeWork,
    openSettings: correct,
    approvalButtons: () => approvalButtons(messages, stages.approvals, fail),
    fail,
  };
}
