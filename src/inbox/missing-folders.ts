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
  /** Returns whether this window of this device digests the PDFs of the watched folders. */
  readonly isWatching: () => boolean;
  /** Called once for a watched folder that existed on this device and no longer does. */
  readonly onMissing: (folder: string) => void;
}

/**
 * Notices that a watched folder no longer exists, for example because it was renamed outside of the app. The
 * device remembers which folders existed, so a folder that the user never created is not reported, and a
 * missing folder is reported once. The record is read from the device at each comparison, because another
 * window of the vault writes it too, and because the user may remove it.
 */
export class MissingFolders {
  #timer = 0;

  constructor(private readonly ports: MissingFoldersPorts) {}

  /**
   * Must be called when folders may have appeared, disappeared or changed their names. Compares them after a
   * pause, if this window digests PDFs then.
   */
  look(): void {
    this.ports.timers.clear(this.#timer);
    this.#timer = this.ports.timers.set(() => this.#compare(), pause);
  }

  /** Must be called when the record was removed, so that a pending comparison does not store it again. */
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
    const stored = store.load(storeKey);
    const before: readonly unknown[] = Array.isArray(stored) ? stored : [];
    const present = folders.filter(exists);
    if (JSON.stringify(present) !== JSON.stringify(before)) store.save(storeKey, present);
    folders.filter((folder) => before.includes(folder) && !exists(folder)).forEach(onMissing);
  }
}
