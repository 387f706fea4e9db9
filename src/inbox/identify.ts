import type { DeviceStore } from '../device-store';
import type { FileStat, PdfFile } from './vault';

/** Maximum number of entries, enough for a large inbox. Each takes about 150 bytes. */
const mostRemembered = 5_000;
const storeKey = 'pdf-inbox-hashes';

type Remembered = readonly [path: string, size: number, mtime: number, sha256: string];

function isRemembered(value: unknown): value is Remembered {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'number' &&
    typeof value[2] === 'number' &&
    typeof value[3] === 'string'
  );
}

/**
 * Caches the hash of each file by path, size and time, so that reconciling reads only new files. It is stored
 * on the device. If it is lost, every PDF is read once more.
 */
export class HashMemory {
  readonly #byPath = new Map<string, Remembered>();
  #dirty = false;

  constructor(private readonly store: DeviceStore) {
    const stored = store.load(storeKey);
    if (!Array.isArray(stored)) return;
    for (const entry of stored as unknown[]) if (isRemembered(entry)) this.#byPath.set(entry[0], entry);
  }

  /** Returns the cached hash of the file; undefined when this version of it was never read. */
  recall(file: PdfFile, stat: FileStat): string | undefined {
    const entry = this.#byPath.get(file.path);
    return entry && entry[1] === stat.size && entry[2] === stat.mtime ? entry[3] : undefined;
  }

  remember(file: PdfFile, stat: FileStat, hash: string): void {
    this.#byPath.delete(file.path);
    this.#byPath.set(file.path, [file.path, stat.size, stat.mtime, hash]);
    for (const oldest of this.#byPath.keys()) {
      if (this.#byPath.size <= mostRemembered) break;
      this.#byPath.delete(oldest);
    }
    this.#dirty = true;
  }

  /** Forgets all hashes in memory. */
  forget(): void {
    this.#byPath.clear();
    this.#dirty = false;
  }

  /** Writes changes to the device. It is called when the queue becomes idle, and not for each file. */
  flush(): void {
    if (!this.#dirty) return;
    this.store.save(storeKey, [...this.#byPath.values()]);
    this.#dirty = false;
  }
}
