import type { App } from 'obsidian';
import type { Failure } from '../../failure';
import type { Messages } from '../../i18n/messages';
import type { History } from '../../inbox/history';
import type { Inbox } from '../../inbox/inbox';
import type { Queue, QueueEntry } from '../../inbox/queue';
import type { PdfFile } from '../../inbox/vault';
import type { NoteFile } from '../../note/writer';
import type { LabelledAct } from '../approval-buttons';
import type { Actions } from '../commands';

/** The data that the queue view shows, and the functions that it calls. */
export interface QueuePanel {
  readonly app: App;
  readonly messages: Messages;
  readonly queue: Queue;
  readonly inbox: Pick<Inbox, 'arriving' | 'cancel' | 'subscribe'>;
  readonly history: History;
  readonly actions: Pick<Actions, 'digestInbox' | 'cancelAll' | 'retryFailed'>;
  readonly inboxFolders: () => readonly string[];
  /** Returns whether this device digests new PDFs automatically. */
  readonly automatic: () => boolean;
  /**
   * Processes one PDF at the user's request. If a note is given, the digest is written into this note. With
   * `anew`, a new note is written, even if the PDF has a note already.
   */
  readonly process: (file: PdfFile, note?: NoteFile, anew?: boolean) => void;
  /**
   * Ends the exclusion of a PDF from automatic work. For example, a PDF is excluded when the user deletes its
   * note. The entry is removed from the history, and the next search for new PDFs finds the PDF.
   */
  readonly readmit: (entry: QueueEntry) => void;
  /** Renames a PDF and its note to the document's title. */
  readonly rename: (file: PdfFile) => void;
  /** Keeps the note of a changed PDF as it is. */
  readonly keepNote: (entry: QueueEntry) => void;
  /** Resumes a paused queue, and unblocks endpoints that have failed repeatedly. */
  readonly resumeWork: () => void;
  /** Opens the settings. If the failure is an unknown model, opens the list of models instead. */
  readonly openSettings: (failure: Failure | undefined) => void;
  /** The buttons for changed settings that the user has not approved yet on this device. */
  readonly approvalButtons: () => readonly LabelledAct[];
  readonly fail: (failure: Failure) => void;
}
