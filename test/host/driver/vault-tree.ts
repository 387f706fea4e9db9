import { nameOf, parentOf } from '../vault-path';
import type { VaultEntry } from '../protocol';

/** One file or folder, in the state that the driver last sent to the page. */
export interface KnownEntry extends VaultEntry {
  /** Path on disk, relative to the vault. It differs from `path` only in Unicode form. */
  readonly diskPath: string;
  /** The inode changes when a program replaces the file by a new one of the same name, size and time. */
  readonly inode: number;
}

/** The state of the vault that was sent to the page. */
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

  /** Returns all files and folders below a folder. Every folder comes before its contents. */
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

  /** Moves an entry and everything below it. */
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

  /** Returns the file or folder at a path. Upper and lower case of its name make no difference. */
  sameNameIgnoringCase(path: string): KnownEntry | undefined {
    const wanted = nameOf(path).toLowerCase();
    return this.childrenOf(parentOf(path)).find((entry) => nameOf(entry.path).toLowerCase() === wanted);
  }
}
