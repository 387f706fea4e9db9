import type { MissingFolders } from '../inbox/missing-folders';
import type { WatchedFolders } from '../inbox/watched-folders';

export interface InboxFoldersPorts {
  readonly folders: () => readonly string[];
  readonly watched: WatchedFolders;
  readonly missing: MissingFolders;
  /** Returns whether this window of this device digests PDFs automatically. */
  readonly isWatching: () => boolean;
  /** Returns true while the settings cannot be read. `folders` may then return the default folders. */
  readonly isDefault: () => boolean;
  /** Resolves when all notes are known. */
  readonly notesReady: () => Promise<void>;
  /** Searches a folder, and queues those of its PDFs that have no note. */
  readonly search: (folder: string) => Promise<unknown>;
  /** Asks the user which PDFs to digest in a folder that has become an inbox folder. */
  readonly ask: (folder: string) => Promise<void>;
  readonly onTrouble: (thrown: unknown) => void;
}

/** Searches the inbox folders for PDFs without a note. */
export class InboxFolders {
  constructor(private readonly ports: InboxFoldersPorts) {}

  /**
   * True when this window digests PDFs automatically. While the settings cannot be read, it is true only if
   * none of the `folders` is new on this device.
   */
  get isWatching(): boolean {
    const { folders, watched, isWatching, isDefault } = this.ports;
    return isWatching() && (!isDefault() || folders().every((folder) => watched.has(folder)));
  }

  /**
   * If this window digests PDFs automatically, queues the inbox PDFs that have no note. In a folder that is
   * new on this device, the user chooses the PDFs first. Resolves when the PDFs of the other folders are
   * queued.
   */
  async reconcile(): Promise<void> {
    const { folders: all, watched, missing, notesReady, search, onTrouble } = this.ports;
    const folders = all();
    const known = folders.filter((folder) => watched.has(folder));
    // Commands need the index of notes even on a device that does not process PDFs automatically.
    await notesReady();
    if (!this.isWatching) return;
    watched.keep(folders);
    missing.look();
    for (const folder of known) await search(folder);
    // No `await`, because other work can go on before the user answers.
    this.#ask(folders.filter((folder) => !known.includes(folder))).catch(onTrouble);
  }

  /**
   * Call this when an inbox folder is renamed or moved in the app. It marks the folder as known, so the user
   * is not asked about the PDFs in it.
   */
  moved(folder: string): void {
    this.ports.watched.take(folder);
  }

  async #ask(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      await this.ports.ask(folder);
      this.ports.watched.take(folder);
    }
  }
}
