import { TFile, TFolder, type Plugin, type TAbstractFile } from 'obsidian';
import type { Inbox } from '../inbox/inbox';
import { isPdfPath } from '../inbox/scope';
import type { PdfEvent } from '../inbox/vault';

/** The watched folder's path, and who is told when the folder itself is renamed or moved. */
export interface InboxFolder {
  readonly folder: () => string;
  readonly moved: (path: string) => void;
}

/**
 * Passes on what the vault reports of PDFs, until the plugin is unloaded. To be called once the layout is
 * ready: before that the app reports every file it loads as created.
 */
export function watchVault(plugin: Plugin, inbox: Inbox, { folder, moved }: InboxFolder): void {
  const { vault } = plugin.app;
  const pass = (event: PdfEvent, file: TAbstractFile): void => {
    if (file instanceof TFile && isPdfPath(file.path)) inbox.handle(event, file);
  };
  plugin.registerEvent(vault.on('create', (file) => pass('arrived', file)));
  plugin.registerEvent(vault.on('modify', (file) => pass('modified', file)));
  plugin.registerEvent(vault.on('delete', (file) => pass('deleted', file)));
  plugin.registerEvent(
    vault.on('rename', (file, oldPath) => {
      if (file instanceof TFolder) {
        // The setting follows its folder, also when a folder above it was renamed.
        if (`${folder()}/`.startsWith(`${oldPath}/`)) moved(file.path + folder().slice(oldPath.length));
      } else if (file instanceof TFile && isPdfPath(oldPath) && !isPdfPath(file.path))
        inbox.handle('deleted', file);
      else pass('arrived', file);
    }),
  );
}
