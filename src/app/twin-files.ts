import type { App } from 'obsidian';
import type { TwinPorts } from '../inbox/twins';
import type { NoteMaker } from '../note/maker';

/**
 * Reads, changes and deletes notes through the app. A deleted note goes to the trash that the user has chosen
 * in the app's settings.
 */
export function appTwinFiles(app: App, maker: NoteMaker): Pick<TwinPorts, 'read' | 'trash' | 'reunite'> {
  const { vault } = app;
  return {
    read: async (path) => {
      const note = vault.getFileByPath(path);
      return note === null ? null : vault.read(note);
    },
    trash: async (path) => {
      const note = vault.getFileByPath(path);
      if (note !== null) await app.fileManager.trashFile(note);
    },
    reunite: async (path, withdrawn) => {
      const note = vault.getFileByPath(path);
      if (note === null) return false;
      const text = {
        read: () => vault.read(note),
        process: (change: (now: string) => string) => vault.process(note, change),
      };
      const { changeNote } = await import('../note/change-note');
      await changeNote(path, text, async (remaining) => ({
        text: await maker.reunite(remaining, withdrawn),
      }));
      return true;
    },
  };
}
