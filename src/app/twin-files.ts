import type { App } from 'obsidian';
import type { TwinPorts } from '../inbox/twins';

/** Notes read and trashed through the app, as the user has set where deleted files go. */
export function appTwinFiles(app: App): Pick<TwinPorts, 'read' | 'trash'> {
  return {
    read: async (path) => {
      const note = app.vault.getFileByPath(path);
      return note === null ? null : app.vault.read(note);
    },
    trash: async (path) => {
      const note = app.vault.getFileByPath(path);
      if (note !== null) await app.fileManager.trashFile(note);
    },
  };
}
