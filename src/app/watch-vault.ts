import { TFile, TFolder, type Plugin, type TAbstractFile } from 'obsidian';
import type { Inbox } from '../inbox/inbox';
import { isPdfPath } from '../inbox/scope';
import type { PdfEvent } from '../inbox/vault';

/**
 * Passes the vault's events about PDFs to the inbox, until the plugin is unloaded. Do not call this function
 * before the layout is ready, because until then the app sends a `create` event for each file that it loads.
 */
export function watchVault(
  plugin: Plugin,
  inbox: Inbox,
  folderMoved: (from: string, to: string) => void,
  fileMoved: (from: string, to: string) => void,
  foldersChanged: () => void,
): void {
  const { vault } = plugin.app;
  const pass = (event: PdfEvent, file: TAbstractFile): void => {
    if (file instanceof TFolder) foldersChanged();
    if (file instanceof TFile && isPdfPath(file.path)) inbox.handle(event, file);
  };
  plugin.registerEvent(
    vault.on('create', (file) => {
      if (file instanceof TFile) inbox.appeared(file.stat);
      pass('arrived', file);
    }),
  );
  plugin.registerEvent(vault.on('modify', (file) => pass('modified', file)));
  plugin.registerEvent(vault.on('delete', (file) => pass('deleted', file)));
  plugin.registerEvent(
    vault.on('rename', (file, oldPath) => {
      if (file instanceof TFolder) {
        folderMoved(oldPath, file.path);
        foldersChanged();
      } else if (file instanceof TFile && isPdfPath(oldPath) && !isPdfPath(file.path))
        inbox.handle('deleted', file);
      else if (file instanceof TFile) {
        fileMoved(oldPath, file.path);
        if (!inbox.renamed(oldPath, file)) pass('arrived', file);
      }
    }),
  );
}
