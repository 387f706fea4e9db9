import type { Timers } from '../clock';
import type { DeviceStore } from '../device-store';

const storeKey = 'pdf-inbox-present';

/**
 * If a folder does not exist for this time, in ms, it is missing. A shorter absence is normal: a sync service
 * or `git checkout` may delete a folder and create it again at once.
 */
const pause = 5_000;

export interface MissingFoldersPorts {
  readonly store: DeviceStore;
  readonly timers: Timers;
  readonly watched: () => readonly string[];
  readonly exists: (folder: string) => boolean;
  /** Returns whether this window digests the PDFs of the watched folders. */
  readonly isWatching: () => boolean;
  /** Called when a watched folder that existed on this device no longer exists. */
  readonly onMissing: (folder: string) => void;
}

/**
 * Notices that a watched folder no longer exists, for example because another program renamed it. The device
 * stores which folders exist, so a folder that never existed is not reported, and a missing folder is
 * reported only once.
 */
export class MissingFolders {
  #timer = 0;

  constructor(private readonly ports: MissingFoldersPorts) {}

  /**
   * Must be called when folders may have appeared, disappeared or been renamed. Checks the folders after a
   * pause.
   */
  look(): void {
    this.ports.timers.clear(this.#timer);
    this.#timer = this.ports.timers.set(() => this.#compare(), pause);
  }

  /**
   * Must be called when the stored data of the device is deleted, so that a planned check does not store the
   * folders again.
   */
  forget(): void {
    this.ports.timers.clear(this.#timer);
  }

  dispose(): void {
    this.ports.timers.clear(this.#timer);
  }

  #compare(): void {
    const { store, watched, exists, isWatching, onMissing } = this.ports;
    if (!isWatching()) return;
    const folders = watched();
    // The stored folders are read each time, because another window may store folders too, and the user may
    // delete the stored data.
    const stored = store.load(storeKey);
    const before: readonly unknown[] = Array.isArray(stored) ? stored : [];
    const present = folders.filter(exists);
    if (JSON.stringify(present) !== JSON.stringify(before)) store.save(storeKey, present);
    folders.filter((folder) => before.includes(folder) && !exists(folder)).forEach(onMissing);
  }
}
