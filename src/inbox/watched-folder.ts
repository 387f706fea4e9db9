import type { DeviceStore } from '../device-store';

const storeKey = 'pdf-inbox-watched';

/**
 * Remembers on the device which inbox folder it has taken over. When the setting names another folder, on
 * this device or on another one, the PDFs that already lie in it are not digested before the user was asked.
 */
export class WatchedFolder {
  #folder: string | null;

  /** @param initial the folder that counts as taken over where nothing is stored; null for none */
  constructor(
    private readonly store: DeviceStore,
    initial: string | null,
  ) {
    const stored = store.load(storeKey);
    this.#folder = typeof stored === 'string' ? stored : null;
    if (this.#folder === null && initial !== null) this.take(initial);
  }

  /** Returns whether this device has taken over the folder. */
  has(folder: string): boolean {
    return this.#folder === folder;
  }

  /** Records that the user has decided about the PDFs in a folder, or that the watched folder was renamed. */
  take(folder: string): void {
    if (this.#folder === folder) return;
    this.#folder = folder;
    this.store.save(storeKey, folder);
  }
}
