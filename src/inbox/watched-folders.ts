import type { DeviceStore } from '../device-store';
import { isBelow } from './scope';

const storeKey = 'pdf-inbox-watched';

/**
 * When a folder becomes an inbox folder, the user decides whether the PDFs that are already in it are
 * digested. This class stores the folders for which the user has decided on this device. If a folder becomes
 * an inbox folder on another device, the user must decide on this device, too.
 */
export class WatchedFolders {
  #folders: readonly string[];

  /** @param initial the folders that need no decision when nothing is stored */
  constructor(
    private readonly store: DeviceStore,
    initial: readonly string[],
  ) {
    this.#folders = storedIn(store);
    if (this.#folders.length === 0) initial.forEach((folder) => this.take(folder));
  }

  /** Returns whether the user has decided about this folder or about a folder above it. */
  has(folder: string): boolean {
    return this.#folders.some((decided) => isBelow(decided, `${folder}/`));
  }

  /**
   * Records that the user has decided about the PDFs in a folder. Must also be called with the new path of a
   * watched folder that was renamed.
   */
  take(folder: string): void {
    if (!this.has(folder)) this.#save([...this.#folders, folder]);
  }

  /** Forgets all folders except `watched`. If a forgotten one is watched later, the user is asked again. */
  keep(watched: readonly string[]): void {
    const kept = watched.filter((folder) => this.has(folder));
    if (JSON.stringify(kept) !== JSON.stringify(this.#folders)) this.#save(kept);
  }

  #save(folders: readonly string[]): void {
    this.#folders = folders;
    this.store.save(storeKey, folders);
  }
}

/** Earlier versions stored the path of the only watched folder, not a list. */
function storedIn(store: DeviceStore): readonly string[] {
  const stored = store.load(storeKey);
  const list: readonly unknown[] = Array.isArray(stored) ? stored : [stored];
  return list.filter((folder) => typeof folder === 'string');
}
