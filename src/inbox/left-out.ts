import type { Timers } from '../clock';
import type { DeviceStore } from '../device-store';
import type { QueueEntry } from './queue-entry';

const storeKey = 'pdf-inbox-left-out';

/**
 * Maximum number of hashes in each stored list. A hash takes about 19 bytes. If a list is full, its oldest
 * hash is dropped. The plugin then does not notice when the note of the PDF with this hash is deleted.
 */
const longestList = 10_000;

/**
 * Number of hexadecimal digits of a hash that are kept. They have 64 bits, so two PDFs never have the same
 * digits by chance.
 */
const digits = 16;

/**
 * Time in ms during which changes are collected before they are stored. Decisions of the user are stored at
 * once.
 */
const pause = 2_000;

/**
 * Remembers on the device which PDFs are left out of automatic work: PDFs that the user declined before they
 * were read, and PDFs whose notes were deleted. A declined PDF is identified by its path. The note of a PDF
 * counts as deleted if `noted` was called with the hash of the PDF, and the vault now has no such note. So
 * the plugin also notices a deletion that happened while the app was closed.
 */
export class LeftOut {
  readonly #noted: Set<string>;
  readonly #paths: Set<string>;
  /** Hashes of changed PDFs about which the user was asked. */
  readonly #askedAbout: Set<string>;
  /** Hashes of changed PDFs whose notes the user keeps. */
  readonly #kept: Set<string>;
  #timer = 0;

  constructor(
    private readonly store: DeviceStore,
    private readonly timers: Timers,
  ) {
    const stored = store.load(storeKey);
    this.#noted = new Set(textsIn(stored, 'noted'));
    this.#paths = new Set(textsIn(stored, 'paths'));
    this.#askedAbout = new Set(textsIn(stored, 'asked'));
    this.#kept = new Set(textsIn(stored, 'kept'));
  }

  /** Records that the vault has a note of the PDF with this hash. */
  noted(sha256: string): void {
    const key = sha256.slice(0, digits);
    if (this.#noted.has(key)) return;
    this.#noted.add(key);
    this.#saveSoon();
  }

  /** Returns whether this device has recorded a note of the PDF with this hash. */
  hadNote(sha256: string): boolean {
    return this.#noted.has(sha256.slice(0, digits));
  }

  /** Records that the user keeps the note of a changed PDF. `sha256` is the hash of the changed PDF. */
  keepNote(sha256: string): void {
    this.#kept.add(sha256.slice(0, digits));
    this.#save();
  }

  isKept(sha256: string): boolean {
    return this.#kept.has(sha256.slice(0, digits));
  }

  /**
   * If the entry is about a changed PDF, records the change. Returns whether this change was already
   * recorded, in this session or an earlier one.
   */
  wasReported({ state }: QueueEntry): boolean {
    const outcome = state.kind === 'ended' ? state.outcome : undefined;
    if (outcome?.kind !== 'changed' || outcome.sha256 === undefined) return false;
    const key = outcome.sha256.slice(0, digits);
    if (this.#askedAbout.has(key)) return true;
    this.#askedAbout.add(key);
    this.#save();
    return false;
  }

  /** Leaves out the PDFs at these vault paths. */
  decline(paths: Iterable<string>): void {
    for (const path of paths) this.#paths.add(path);
    this.#save();
  }

  isDeclined(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Handles the renaming or moving of a file. */
  moved(from: string, to: string): void {
    if (!this.#paths.delete(from)) return;
    this.#paths.add(to);
    this.#saveSoon();
  }

  /** Includes the PDF at this path, and all PDFs with this hash, in automatic work again. */
  readmit(path: string, sha256?: string): void {
    const hadPath = this.#paths.delete(path);
    const key = sha256?.slice(0, digits) ?? '';
    const hadHash = [this.#noted, this.#kept].map((set) => set.delete(key)).includes(true);
    if (hadPath || hadHash) this.#save();
  }

  /** Empties the lists in memory, but not the stored lists. */
  forget(): void {
    this.timers.clear(this.#timer);
    this.#timer = 0;
    this.#noted.clear();
    this.#paths.clear();
    this.#askedAbout.clear();
    this.#kept.clear();
  }

  /** Stores pending changes. */
  flush(): void {
    if (this.#timer !== 0) this.#save();
  }

  #save(): void {
    this.timers.clear(this.#timer);
    this.#timer = 0;
    const lastOf = (set: ReadonlySet<string>): readonly string[] => [...set].slice(-longestList);
    this.store.save(storeKey, {
      noted: lastOf(this.#noted),
      paths: [...this.#paths],
      asked: lastOf(this.#askedAbout),
      kept: lastOf(this.#kept),
    });
  }

  #saveSoon(): void {
    if (this.#timer === 0) this.#timer = this.timers.set(() => this.flush(), pause);
  }
}

function textsIn(stored: unknown, key: string): readonly string[] {
  const list: unknown = typeof stored === 'object' && stored !== null ? Reflect.get(stored, key) : null;
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}
