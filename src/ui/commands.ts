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
  /** Opens the dashboard. Before that, creates it, or renews the views of an existing dashboard. */
  createDashboard(): void;
  /** Opens the template. If there is no template, first makes one from the built-in layout. */
  writeTemplate(): void;
  /** Copies a report without API keys, file names and document text to the clipboard. */
  copyDiagnostics(): void;
  /** Asks the user, and then removes all data that the plugin keeps on this device. */
  forgetDevice(): void;
}

type CommandId = keyof Messages['commands'];

export function addCommands(plugin: Plugin, messages: Messages, actions: Actions, pairs: Pairs): void {
  const { workspace } = plugin.app;
  const add = (id: CommandId, callback: () => void): void => {
    plugin.addCommand({ id, name: messages.commands[id], callback });
  };
  /** Adds a command that is available while `subject` returns something to act on. */
  const addFor = <Subject>(
    id: CommandId,
    subject: () => Subject | null,
    act: (subject: Subject) => void,
  ): void => {
    const checkCallback = (checking: boolean): boolean => {
      const found = subject();
      if (found !== null && !checking) act(found);
      return found !== null;
    };
    plugin.addCommand({ id, name: messages.commands[id], checkCallback });
  };
  /** Returns the PDF and the note that belong to the open file; null when `can` refuses the note. */
  const pair = (can: (note: TFile) => boolean = () => true): Pair | null => {
    const file = workspace.getActiveFile();
    const found = file === null ? null : pairs.pairOf(file);
    return found !== null && can(found.note) ? found : null;
  };
  const openPdf = (): TFile | null => {
    const file = workspace.getActiveFile();
    return file !== null && isPdfPath(file.path) ? file : null;
  };
  const source = (): TFile | null => {
    const note = workspace.getActiveFile();
    return note === null ? null : pairs.sourceOf(note);
  };
  addFor('process-current-pdf', openPdf, (file) => actions.digestPdf(file));
  add('process-inbox', () => actions.digestInbox());
  add('cancel-all', () => actions.cancelAll());
  add('create-dashboard', () => actions.createDashboard());
  add('write-template', () => actions.writeTemplate());
  add('copy-diagnostics', () => actions.copyDiagnostics());
  add('forget-device-data', () => actions.forgetDevice());
  add('retry-failed', () => actions.retryFailed());
  addFor('regenerate-note', pair, (found) => actions.regenerate(found));
  addFor(
    'second-reading',
    () => pair((note) => pairs.canReadTwice(note)),
    (found) => actions.readTwice(found),
  );
  addFor(
    'rename-to-title',
    () => pair((note) => pairs.canRename(note)),
    (found) => actions.renameToTitle(found),
  );
  add('preview-sent', () => {
    const pdf = openPdf() ?? source();
    actions.previewSent(pdf !== null && isPdfPath(pdf.path) ? pdf : null);
  });
  addFor(
    'undo-rename',
    () => (actions.canUndoRename ? actions : null),
    () => actions.undoRename(),
  );
  addFor('open-source-pdf', source, (pdf) => actions.open(pdf));
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
