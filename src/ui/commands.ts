import { TFile, TFolder, type Plugin } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { isPdfPath } from '../inbox/scope';

/** A PDF and the note that was made from it. */
export interface Pair {
  readonly pdf: TFile;
  readonly note: TFile;
}

/** The actions of commands and menus. */
export interface Actions {
  digestPdf(file: TFile): void;
  digestFolder(folder: string): void;
  digestInbox(): void;
  cancelAll(): void;
  /** Retries everything that failed or waits for the user, and resumes a paused queue. */
  retryFailed(): void;
  /**
   * Returns the PDF that a note was made from; null when the plugin did not write the note or the PDF is
   * gone.
   */
  sourceOf(note: TFile): TFile | null;
  open(file: TFile): void;
  /** Returns the PDF and the note that belong together, given either of them; null when one is missing. */
  pairOf(file: TFile): Pair | null;
  regenerate(pair: Pair): void;
  /** Returns whether a note may be incomplete and can be completed now. */
  canComplete(note: TFile): boolean;
  complete(pair: Pair): void;
  /**
   * Returns true when a note has statements that were not read a second time, and a second reading is
   * possible now.
   */
  canReadTwice(note: TFile): boolean;
  readTwice(pair: Pair): void;
  /** Returns whether a note has a digest, so that a name can be made from the facts in it. */
  canRename(note: TFile): boolean;
  /** Renames a PDF and its note to the document's title. */
  renameToTitle(pair: Pair): void;
  readonly canUndoRename: boolean;
  /** Undoes the latest renaming since the start of the app. */
  undoRename(): void;
  /** Shows what would be sent for a PDF. Null lets the user choose the PDF. */
  previewSent(file: TFile | null): void;
  /** Creates the dashboard or renews its views, and opens it. */
  createDashboard(): void;
  /** Opens the template. If it does not exist, writes the built-in layout as a template. */
  writeTemplate(): void;
  /** Copies a report to the clipboard. It contains no API keys, no file names and no document text. */
  copyDiagnostics(): void;
  /** Asks the user, and then removes all data that the plugin keeps on this device. */
  forgetDevice(): void;
}

export function addCommands(plugin: Plugin, messages: Messages, actions: Actions): void {
  const { workspace } = plugin.app;
  const names = messages.commands;
  plugin.addCommand({
    id: 'process-current-pdf',
    name: names['process-current-pdf'],
    checkCallback: (checking) => {
      const file = workspace.getActiveFile();
      if (!file || !isPdfPath(file.path)) return false;
      if (!checking) actions.digestPdf(file);
      return true;
    },
  });
  plugin.addCommand({
    id: 'process-inbox',
    name: names['process-inbox'],
    callback: () => actions.digestInbox(),
  });
  plugin.addCommand({ id: 'cancel-all', name: names['cancel-all'], callback: () => actions.cancelAll() });
  plugin.addCommand({
    id: 'create-dashboard',
    name: names['create-dashboard'],
    callback: () => actions.createDashboard(),
  });
  plugin.addCommand({
    id: 'write-template',
    name: names['write-template'],
    callback: () => actions.writeTemplate(),
  });
  plugin.addCommand({
    id: 'copy-diagnostics',
    name: names['copy-diagnostics'],
    callback: () => actions.copyDiagnostics(),
  });
  plugin.addCommand({
    id: 'forget-device-data',
    name: names['forget-device-data'],
    callback: () => actions.forgetDevice(),
  });
  plugin.addCommand({
    id: 'retry-failed',
    name: names['retry-failed'],
    callback: () => actions.retryFailed(),
  });
  plugin.addCommand({
    id: 'regenerate-note',
    name: names['regenerate-note'],
    checkCallback: (checking) => {
      const file = workspace.getActiveFile();
      const pair = file === null ? null : actions.pairOf(file);
      if (!pair) return false;
      if (!checking) actions.regenerate(pair);
      return true;
    },
  });
  plugin.addCommand({
    id: 'second-reading',
    name: names['second-reading'],
    checkCallback: (checking) => {
      const file = workspace.getActiveFile();
      const pair = file === null ? null : actions.pairOf(file);
      if (!pair || !actions.canReadTwice(pair.note)) return false;
      if (!checking) actions.readTwice(pair);
      return true;
    },
  });
  plugin.addCommand({
    id: 'rename-to-title',
    name: names['rename-to-title'],
    checkCallback: (checking) => {
      const file = workspace.getActiveFile();
      const pair = file === null ? null : actions.pairOf(file);
      if (!pair || !actions.canRename(pair.note)) return false;
      if (!checking) actions.renameToTitle(pair);
      return true;
    },
  });
  plugin.addCommand({
    id: 'preview-sent',
    name: names['preview-sent'],
    callback: () => {
      const file = workspace.getActiveFile();
      const pdf = file === null || isPdfPath(file.path) ? file : actions.sourceOf(file);
      actions.previewSent(pdf !== null && isPdfPath(pdf.path) ? pdf : null);
    },
  });
  plugin.addCommand({
    id: 'undo-rename',
    name: names['undo-rename'],
    checkCallback: (checking) => {
      if (!checking) actions.undoRename();
      return checking ? actions.canUndoRename : true;
    },
  });
  plugin.addCommand({
    id: 'open-source-pdf',
    name: names['open-source-pdf'],
    checkCallback: (checking) => {
      const note = workspace.getActiveFile();
      const source = note === null ? null : actions.sourceOf(note);
      if (!source) return false;
      if (!checking) actions.open(source);
      return true;
    },
  });
}

export function addFileMenu(plugin: Plugin, messages: Messages, actions: Actions): void {
  plugin.registerEvent(
    plugin.app.workspace.on('file-menu', (menu, file) => {
      if (file instanceof TFile && isPdfPath(file.path)) {
        menu.addItem((item) =>
          item
            .setTitle(messages.menus.digestPdf)
            .setIcon('inbox')
            .onClick(() => actions.digestPdf(file)),
        );
      } else if (file instanceof TFolder) {
        menu.addItem((item) =>
          item
            .setTitle(messages.menus.digestFolder)
            .setIcon('inbox')
            .onClick(() => actions.digestFolder(file.path)),
        );
      }
      const pair = file instanceof TFile ? actions.pairOf(file) : null;
      if (pair && file === pair.note && actions.canComplete(pair.note)) {
        menu.addItem((item) =>
          item
            .setTitle(messages.completion.menu)
            .setIcon('list-checks')
            .onClick(() => actions.complete(pair)),
        );
      }
      if (pair && actions.canRename(pair.note)) {
        menu.addItem((item) =>
          item
            .setTitle(messages.commands['rename-to-title'])
            .setIcon('pencil')
            .onClick(() => actions.renameToTitle(pair)),
        );
      }
      if (pair) {
        menu.addItem((item) =>
          item
            .setTitle(messages.menus.regenerate)
            .setIcon('refresh-cw')
            .onClick(() => actions.regenerate(pair)),
        );
      }
    }),
  );
  plugin.registerEvent(
    plugin.app.workspace.on('files-menu', (menu, files) => {
      const pdfs = files.filter((file): file is TFile => file instanceof TFile && isPdfPath(file.path));
      if (pdfs.length === 0) return;
      menu.addItem((item) =>
        item
          .setTitle(messages.menus.digestPdf)
          .setIcon('inbox')
          .onClick(() => {
            for (const pdf of pdfs) actions.digestPdf(pdf);
          }),
      );
    }),
  );
}
