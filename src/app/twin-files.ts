import type { App } from 'obsidian';
import type { TwinPorts } from '../inbox/twins';

/**
 * Reads and deletes notes through the app. Deleted notes go where the user's settings of the app send them.
 */
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
