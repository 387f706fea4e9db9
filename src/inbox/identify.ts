import type { DeviceStore } from '../device-store';
import type { FileStat, PdfFile } from './vault';

/** Maximum number of entries, enough for a large inbox. Each takes about 150 bytes. */
const mostRemembered = 5_000;
const storeKey = 'pdf-inbox-hashes';

/** Maximum number of former hashes that are kept for a path. */
const mostFormer = 5;

/** `former` holds the hashes of earlier versions of the file, from the oldest to the newest. */
type Remembered = readonly [
  path: string,
  size: number,
  mtime: number,
  sha256: string,
  former?: readonly string[],
];

function isRemembered(value: unknown): value is Remembered {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'number' &&
    typeof value[2] === 'number' &&
    typeof value[3] === 'string' &&
    (value[4] === undefined || Array.isArray(value[4]))
  );
}

/**
 * Caches the hash of each file by path, size and time, so that a search of the inbox reads only new and
 * changed files. The cache is stored on the device. If it is lost, every PDF is read once more.
 */
export class HashMemory {
  readonly #byPath = new Map<string, Remembered>();
  #dirty = false;

  constructor(private readonly store: DeviceStore) {
    const stored = store.load(storeKey);
    if (!Array.isArray(stored)) return;
    for (const entry of stored as unknown[]) if (isRemembered(entry)) this.#byPath.set(entry[0], entry);
  }

  /** Returns the cached hash of the file; undefined when this version of the file was never read. */
  recall(file: PdfFile, stat: FileStat): string | undefined {
    const entry = this.#byPath.get(file.path);
    return entry && entry[1] === stat.size && entry[2] === stat.mtime ? entry[3] : undefined;
  }

  /** Returns true when `hash` is the current hash or one of the stored former hashes of this path. */
  everHad(path: string, hash: string): boolean {
    const entry = this.#byPath.get(path);
    return entry !== undefined && (entry[3] === hash || (entry[4]?.includes(hash) ?? false));
  }

  remember(file: PdfFile, stat: FileStat, hash: string): void {
    const before = this.#byPath.get(file.path);
    const known = before === undefined ? [] : [...(before[4] ?? []), before[3]];
    const former = known.filter((one) => one !== hash).slice(-mostFormer);
    this.#byPath.delete(file.path);
    const { size, mtime } = stat;
    this.#byPath.set(
      file.path,
      former.length === 0 ? [file.path, size, mtime, hash] : [file.path, size, mtime, hash, former],
    );
    for (const oldest of this.#byPath.keys()) {
      if (this.#byPath.size <= mostRemembered) break;
      this.#byPath.delete(oldest);
    }
    this.#dirty = true;
  }

  /** Keeps the hashes of a file that was renamed or moved. */
  moved(from: string, to: string): void {
    const entry = this.#byPath.get(from);
    if (entry === undefined) return;
    this.#byPath.delete(from);
    const [, ...rest] = entry;
    this.#byPath.set(to, [to, ...rest]);
    this.#dirty = true;
  }

  /** Forgets all hashes. What is stored on the device is not changed. */
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
