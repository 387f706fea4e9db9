import { TFile, TFolder, type Plugin } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { isPdfPath } from '../inbox/scope';

export interface Pair {
  readonly pdf: TFile;
  readonly note: TFile;
}

/** What the user can ask for, wherever they ask for it. */
export interface Actions {
  digestPdf(file: TFile): void;
  digestFolder(folder: string): void;
  digestInbox(): void;
  cancelAll(): void;
  /** Has everything tried again that failed or waits for the user, and lets a paused queue go on. */
  retryFailed(): void;
  /** The PDF a note was made from, or null when the note is not one of ours or its PDF is gone. */
  sourceOf(note: TFile): TFile | null;
  open(file: TFile): void;
  /** The note and the PDF that belong together, from either of them; null when there are not both. */
  pairOf(file: TFile): Pair | null;
  regenerate(pair: Pair): void;
  /** Whether a note may lack something that can be had now. */
  canComplete(note: TFile): boolean;
  complete(pair: Pair): void;
  /** Whether a note's statements were not all read a second time, and can be now. */
  canReadTwice(note: TFile): boolean;
  readTwice(pair: Pair): void;
  /** Writes the dashboard unless it is there, and opens it. */
  createDashboard(): void;
  /** Writes the built-in layout as a template unless one is there, and opens it. */
  writeTemplate(): void;
  /** Puts a report about the plugin into the clipboard, without keys, names and texts. */
  copyDiagnostics(): void;
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
  plugin.addCommand({ id: 'process-inbox', name: names['process-inbox'], callback: () => actions.digestInbox() });
  plugin.addCommand({ id: 'cancel-all', name: names['cancel-all'], callback: () => actions.cancelAll() });
  plugin.addCommand({ id: 'create-dashboard', name: names['create-dashboard'], callback: () => actions.createDashboard() });
  plugin.addCommand({ id: 'write-template', name: names['write-template'], callback: () => actions.writeTemplate() });
  plugin.addCommand({
    id: 'copy-diagnostics',
    name: names['copy-diagnostics'],
    callback: () => actions.copyDiagnostics(),
  });
  plugin.addCommand({ id: 'retry-failed', name: names['retry-failed'], callback: () => actions.retryFailed() });
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
          item.setTitle(messages.menus.digestPdf).setIcon('inbox').onClick(() => actions.digestPdf(file)),
        );
      } else if (file instanceof TFolder) {
        menu.addItem((item) =>
          item.setTitle(messages.menus.digestFolder).setIcon('inbox').onClick(() => actions.digestFolder(file.path)),
        );
      }
      const pair = file instanceof TFile ? actions.pairOf(file) : null;
      if (pair && file === pair.note && actions.canComplete(pair.note)) {
        menu.addItem((item) =>
          item.setTitle(messages.completion.menu).setIcon('list-checks').onClick(() => actions.complete(pair)),
        );
      }
      if (pair) {
        menu.addItem((item) =>
          item.setTitle(messages.menus.regenerate).setIcon('refresh-cw').onClick(() => actions.regenerate(pair)),
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
