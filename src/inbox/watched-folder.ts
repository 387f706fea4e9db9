import type { DeviceStore } from '../device-store';

const storeKey = 'pdf-inbox-watched';

/**
 * Remembers on the device for which inbox folder the user has decided about the existing PDFs. When the
 * setting names another folder, because it was changed here or on another device, the PDFs in that folder are
 * not digested before the user has decided.
 */
export class WatchedFolder {
  #folder: string | null;

  /** @param initial the folder that counts as decided when nothing is stored; null for none */
  constructor(
    private readonly store: DeviceStore,
    initial: string | null,
  ) {
    const stored = store.load(storeKey);
    this.#folder = typeof stored === 'string' ? stored : null;
    if (this.#folder === null && initial !== null) this.take(initial);
  }

  /** Returns whether the user has decided about this folder on this device. */
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
