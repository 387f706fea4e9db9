import { nameOf, parentOf } from '../vault-path';
import type { VaultEntry } from '../protocol';

/** What the driver last told the page about one file or folder. */
export interface KnownEntry extends VaultEntry {
  /** Its path on disk, relative to the vault; differs from `path` in Unicode form only. */
  readonly diskPath: string;
  /** Tells an atomic replace from an untouched file. */
  readonly inode: number;
}

/** The vault as the page knows it. */
export class VaultTree {
  readonly #entries = new Map<string, KnownEntry>();
  readonly #children = new Map<string, Set<string>>();

  get(path: string): KnownEntry | undefined {
    return this.#entries.get(path);
  }

  all(): KnownEntry[] {
    return [...this.#entries.values()];
  }

  childrenOf(folder: string): KnownEntry[] {
    return [...(this.#children.get(folder) ?? [])].flatMap((path) => this.#entries.get(path) ?? []);
  }

  /** Everything below a folder, each thing after the folder it is in. */
  descendantsOf(folder: string): KnownEntry[] {
    return this.childrenOf(folder).flatMap((child) =>
      child.kind === 'folder' ? [child, ...this.descendantsOf(child.path)] : [child],
    );
  }

  set(entry: KnownEntry): void {
    this.#entries.set(entry.path, entry);
    const folder = parentOf(entry.path);
    const siblings = this.#children.get(folder) ?? new Set();
    siblings.add(entry.path);
    this.#children.set(folder, siblings);
  }

  delete(path: string): void {
    this.#entries.delete(path);
    this.#children.get(parentOf(path))?.delete(path);
    this.#children.delete(path);
  }

  /** Moves an entry with all that is below it. */
  move(from: string, to: KnownEntry): void {
    const below = this.descendantsOf(from);
    const old = this.#entries.get(from);
    for (const entry of [...below].reverse()) this.delete(entry.path);
    this.delete(from);
    this.set(to);
    for (const entry of below) {
      this.set({
        ...entry,
        path: to.path + entry.path.slice(from.length),
        diskPath: to.diskPath + entry.diskPath.slice(old?.diskPath.length ?? from.length),
      });
    }
  }

  /** A thing in a folder whose name is the same but for case. */
  sameNameIgnoringCase(path: string): KnownEntry | undefined {
    const wanted = nameOf(path).toLowerCase();
    return this.childrenOf(parentOf(path)).find((entry) => nameOf(entry.path).toLowerCase() === wanted);
  }
}
