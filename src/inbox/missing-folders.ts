import type { Timers } from '../clock';
import type { DeviceStore } from '../device-store';

const storeKey = 'pdf-inbox-present';

/**
 * Time in ms after a folder disappeared before it counts as missing. A program that replaces a folder, such
 * as a sync service or `git checkout`, deletes it and creates it again.
 */
const pause = 5_000;

export interface MissingFoldersPorts {
  readonly store: DeviceStore;
  readonly timers: Timers;
  /** Returns the watched folders. */
  readonly watched: () => readonly string[];
  readonly exists: (folder: string) => boolean;
  /** Called once for a watched folder that existed on this device and no longer does. */
  readonly onMissing: (folder: string) => void;
}

/**
 * Notices that a watched folder no longer exists, for example because it was renamed outside of the app. The
 * device remembers which folders existed, so a folder that the user never created is not reported, and a
 * missing folder is reported once.
 */
export class MissingFolders {
  #present: readonly string[];
  #timer = 0;

  constructor(private readonly ports: MissingFoldersPorts) {
    const stored = ports.store.load(storeKey);
    this.#present = Array.isArray(stored) ? stored.filter((folder) => typeof folder === 'string') : [];
  }

  /** Must be called when folders may have appeared or disappeared. Compares them after a pause. */
  look(): void {
    this.ports.timers.clear(this.#timer);
    this.#timer = this.ports.timers.set(() => this.#compare(), pause);
  }

  dispose(): void {
    this.ports.timers.clear(this.#timer);
  }

  #compare(): void {
    const { store, watched, exists, onMissing } = this.ports;
    const folders = watched();
    const missing = folders.filter((folder) => this.#present.includes(folder) && !exists(folder));
    const present = folders.filter(exists);
    if (JSON.stringify(present) !== JSON.stringify(this.#present)) store.save(storeKey, present);
    this.#present = present;
    missing.forEach(onMissing);
  }
}
