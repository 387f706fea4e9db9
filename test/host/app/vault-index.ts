import { joinPath, nameOf, parentOf } from '../vault-path';
import type { EntryStat, VaultChange, VaultEntry } from '../protocol';
import { TFile, TFolder, type TAbstractFile } from './files';
import type { Vault } from './vault';

/** An event of the vault that results from a change. */
export type VaultEvent =
  | { name: 'create' | 'modify' | 'delete'; file: TAbstractFile }
  | { name: 'rename'; file: TAbstractFile; oldPath: string };

/** Holds the vault's files as objects, and applies changes of the disk to them. */
export class VaultIndex {
  readonly root: TFolder;
  readonly #byPath = new Map<string, TAbstractFile>();

  constructor(private readonly vault: Vault) {
    this.root = new TFolder(vault, '/');
    this.root.name = '';
    this.#byPath.set('/', this.root);
  }

  get(path: string): TAbstractFile | null {
    return this.#byPath.get(path) ?? null;
  }

  all(): TAbstractFile[] {
    return [...this.#byPath.values()];
  }

  /**
   * Applies a change and yields the resulting events in order. The change is applied step by step, because a
   * listener must not see files whose `create` event has not been fired yet.
   */
  *apply(change: VaultChange): Generator<VaultEvent> {
    switch (change.kind) {
      case 'snapshot':
        yield* this.#reconcile(change.entries);
        break;
      case 'upsert':
        yield* this.#upsert(change.entry);
        break;
      case 'remove':
        yield* this.#remove(change.path);
        break;
      case 'rename':
        yield* this.#rename(change.from, change.to, change.stat);
        break;
    }
  }

  *#reconcile(entries: VaultEntry[]): Generator<VaultEvent> {
    const there = new Set(['/', ...entries.map((entry) => entry.path)]);
    const gone = this.all()
      .filter((file) => !there.has(file.path))
      .reverse();
    for (const file of gone) yield* this.#remove(file.path);
    for (const entry of entries) if (!this.#isKnown(entry)) yield* this.#upsert(entry);
  }

  #isKnown(entry: VaultEntry): boolean {
    const known = this.#byPath.get(entry.path);
    if (!(known instanceof TFile)) return known instanceof TFolder && entry.kind === 'folder';
    return known.stat.mtime === entry.stat.mtime && known.stat.size === entry.stat.size;
  }

  *#upsert(entry: VaultEntry): Generator<VaultEvent> {
    const known = this.#byPath.get(entry.path);
    if (known instanceof TFile && entry.kind === 'file') {
      known.stat = entry.stat;
      yield { name: 'modify', file: known };
      return;
    }
    if (known instanceof TFolder && entry.kind === 'folder') return;
    if (known !== undefined) yield* this.#remove(entry.path);
    const file =
      entry.kind === 'file'
        ? new TFile(this.vault, entry.path, entry.stat)
        : new TFolder(this.vault, entry.path);
    this.#attach(file);
    yield { name: 'create', file };
  }

  *#remove(path: string): Generator<VaultEvent> {
    const file = this.#byPath.get(path);
    if (file === undefined || file === this.root) return;
    if (file instanceof TFolder) for (const child of [...file.children]) yield* this.#remove(child.path);
    this.#detach(file);
    file.deleted = true;
    yield { name: 'delete', file };
  }

  #rename(from: string, to: string, stat: EntryStat): VaultEvent[] {
    const file = this.#byPath.get(from);
    if (file === undefined) return [];
    this.#detach(file);
    file.setPath(to);
    this.#attach(file);
    if (file instanceof TFile) file.stat = stat;
    const below = file instanceof TFolder ? file.children.flatMap((child) => this.#follow(child, to)) : [];
    return [{ name: 'rename', file, oldPath: from }, ...below];
  }

  /** Updates the path of a file or folder whose parent was renamed. */
  #follow(file: TAbstractFile, folder: string): VaultEvent[] {
    const oldPath = file.path;
    this.#byPath.delete(oldPath);
    file.setPath(joinPath(folder, nameOf(oldPath)));
    this.#byPath.set(file.path, file);
    const below =
      file instanceof TFolder ? file.children.flatMap((child) => this.#follow(child, file.path)) : [];
    return [{ name: 'rename', file, oldPath }, ...below];
  }

  #attach(file: TAbstractFile): void {
    const parent = this.#byPath.get(parentOf(file.path));
    if (!(parent instanceof TFolder)) throw new Error(`Missing folder for ${file.path}`);
    file.parent = parent;
    parent.children.push(file);
    this.#byPath.set(file.path, file);
  }

  #detach(file: TAbstractFile): void {
    this.#byPath.delete(file.path);
    if (file.parent === null) return;
    file.parent.children = file.parent.children.filter((child) => child !== file);
    file.parent = null;
  }
}
