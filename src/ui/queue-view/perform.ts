import { Keymap, Platform, type UserEvent } from 'obsidian';
import { Failure, toFailure } from '../../failure';
import type { QueueEntry } from '../../inbox/queue';
import { failureIn, noteOf, type Act } from './acts';
import type { QueuePanel } from './panel';

/** Performs the action that the user chose for an entry. */
export function perform(panel: QueuePanel, act: Act, entry: QueueEntry, event: UserEvent): void {
  const { app, queue, inbox, history } = panel;
  const { file } = entry;
  const note = app.vault.getFileByPath(noteOf(entry) ?? '') ?? undefined;
  const place = queue.waiting.findIndex((waiting) => waiting.file === file);
  switch (act) {
    case 'open-note':
      return open(panel, noteOf(entry) ?? '', event);
    case 'open-pdf':
      return open(panel, file.path, event);
    case 'rename':
      return panel.rename(file);
    case 'to-top':
      return queue.move(file, 0);
    case 'up':
      return queue.move(file, place - 1);
    case 'down':
      return queue.move(file, place + 1);
    case 'cancel':
      return inbox.cancel(file);
    case 'retry':
    case 'password':
    case 'decide':
    case 'regenerate':
    case 'second-reading':
    case 'read-now':
      return panel.process(file, note);
    case 'new-note':
    case 'digest':
      return panel.process(file);
    case 'keep-note':
      return panel.keepNote(entry);
    case 'readmit':
      return panel.readmit(entry);
    case 'digest-anyway':
      return panel.process(file, undefined, true);
    case 'settings':
      return panel.openSettings(failureIn(entry));
    case 'forget':
      return history.forget([file]);
  }
}

function open({ app, fail }: QueuePanel, path: string, event: UserEvent): void {
  const file = app.vault.getFileByPath(path);
  if (file === null) {
    fail(new Failure('vault-file-gone', { details: { name: path.slice(path.lastIndexOf('/') + 1) } }));
    return;
  }
  // On a phone, the side bar with the queue covers the opened file.
  if (Platform.isPhone) app.workspace.rightSplit.collapse();
  const leaf = app.workspace.getLeaf(Keymap.isModEvent(event));
  leaf.openFile(file).catch((thrown: unknown) => fail(toFailure(thrown)));
}
