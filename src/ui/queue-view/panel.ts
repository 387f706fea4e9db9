import type { App } from 'obsidian';
import type { Failure } from '../../failure';
import type { Messages } from '../../i18n/messages';
import type { History } from '../../inbox/history';
import type { Inbox } from '../../inbox/inbox';
import type { Queue } from '../../inbox/queue';
import type { PdfFile } from '../../inbox/vault';
import type { NoteFile } from '../../note/writer';
import type { Actions } from '../commands';

/** What the queue view shows, and what it can have done. */
export interface QueuePanel {
  readonly app: App;
  readonly messages: Messages;
  readonly queue: Queue;
  readonly inbox: Pick<Inbox, 'arriving' | 'cancel' | 'subscribe'>;
  readonly history: History;
  readonly actions: Pick<Actions, 'digestInbox' | 'cancelAll' | 'retryFailed'>;
  readonly inboxFolder: () => string;
  /** Whether this device takes new PDFs by itself. */
  readonly automatic: () => boolean;
  /** Has one PDF processed anew, as asked for by the user; into a note, if one is given. */
  readonly process: (file: PdfFile, note?: NoteFile) => void;
  /** Lets a paused queue go on, with what failed before taken as mended. */
  readonly goOn: () => void;
  readonly openSettings: () => void;
  readonly fail: (failure: Failure) => void;
}
