import { TFile, TFolder, type Plugin } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { isPdfPath } from '../inbox/scope';
import type { Pair, Pairs } from './pairs';

/** The actions of commands and menus. */
export interface Actions {
  digestPdf(file: TFile): void;
  digestFolder(folder: string): void;
  digestInbox(): void;
  cancelAll(): void;
  /** Retries everything that failed or waits for the user, and resumes a paused queue. */
  retryFailed(): void;
  open(file: TFile): void;
  regenerate(pair: Pair): void;
  complete(pair: Pair): void;
  readTwice(pair: Pair): void;
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

export function addCommands(plugin: Plugin, messages: Messages, actions: Actions, pairs: Pairs): void {
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
  /** Adds a command for a note or a PDF that has a note. `can` decides whether the note allows it. */
  const addForPair = (
    id: 'regenerate-note' | 'second-reading' | 'rename-to-title',
    act: (pair: Pair) => void,
    can: (note: TFile) => boolean = () => true,
  ): void => {
    plugin.addCommand({
      id,
      name: names[id],
      checkCallback: (checking) => {
        const file = workspace.getActiveFile();
        const pair = file === null ? null : pairs.pairOf(file);
        if (!pair || !can(pair.note)) return false;
        if (!checking) act(pair);
        return true;
      },
    });
  };
  addForPair('regenerate-note', (pair) => actions.regenerate(pair));
  addForPair(
    'second-reading',
    (pair) => actions.readTwice(pair),
    (note) => pairs.canReadTwice(note),
  );
  addForPair(
    'rename-to-title',
    (pair) => actions.renameToTitle(pair),
    (note) => pairs.canRename(note),
  );
  plugin.addCommand({
    id: 'preview-sent',
    name: names['preview-sent'],
    callback: () => {
      const file = workspace.getActiveFile();
      const pdf = file === null || isPdfPath(file.path) ? file : pairs.sourceOf(file);
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
      const source = note === null ? null : pairs.sourceOf(note);
      if (!source) return false;
      if (!checking) actions.open(source);
      return true;
    },
  });
}

export function addFileMenu(plugin: Plugin, messages: Messages, actions: Actions, pairs: Pairs): void {
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
      const pair = file instanceof TFile ? pairs.pairOf(file) : null;
      if (pair && file === pair.note && pairs.canComplete(pair.note)) {
        menu.addItem((item) =>
          item
            .setTitle(messages.completion.menu)
            .setIcon('list-checks')
            .onClick(() => actions.complete(pair)),
        );
      }
      if (pair && pairs.canRename(pair.note)) {
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
