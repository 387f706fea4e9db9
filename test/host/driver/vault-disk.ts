import { Lock } from './lock';
import { applyDifference, differences, inEventOrder, movedFrom, readFolder, type Difference } from './vault-scan';
import { VaultTree, type KnownEntry } from './vault-tree';
import { FolderHints } from './vault-watch';
import type { VaultChange } from '../protocol';

/** How long hints are gathered before a look, and how long it is between looks without a hint (at least). */
const hintDelayMs = 15;
const regularLookMs = 400;

/** A look must not keep the machine busy: the next regular one waits this many times as long as the last took. */
const restFactor = 12;

export interface VaultDiskOptions {
  readonly root: string;
  /** How much later than on disk changes from outside show, as over a sync service; in ms. */
  readonly syncDelayMs: number;
  /** Told every change in order. */
  readonly onChange: (change: VaultChange) => void;
  /** Told what went wrong while looking at the disk. */
  readonly onError: (error: unknown) => void;
}

/** Whether differences count when they are found, or when they have been there for the sync delay. */
type When = 'at once' | 'after the sync delay';

/**
 * The vault on disk, compared again and again with what the page knows of it. Whatever touches either side runs
 * under one lock, so that the changes form one history.
 */
export class VaultDisk {
  readonly tree = new VaultTree();
  readonly lock = new Lock();
  readonly root: string;
  readonly #hints: FolderHints;
  readonly #dirty = new Set<string>();
  /** When a difference was first seen, while it waits for the sync delay. */
  readonly #seenAt = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #regular: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(private readonly options: VaultDiskOptions) {
    this.root = options.root;
    this.#hints = new FolderHints(options.root, (folder) => {
      this.#lookSoon(folder);
    });
  }

  /** Reads the whole vault; from then on changes are told as they are found. */
  async start(): Promise<void> {
    await this.lock.run(() => this.#look(this.#allFolders(), 'at once', untold));
    this.#lookRegularly(regularLookMs);
  }

  /** Tells a page the whole vault, as its first news: `connect` is called just before, with nothing in between. */
  async tellWhole(connect: () => void): Promise<void> {
    await this.lock.run(async () => {
      await this.#look(this.#allFolders(), 'after the sync delay', untold);
      connect();
      const entries = this.tree.all().map(({ path, kind, stat }) => ({ path, kind, stat }));
      this.tell({ kind: 'snapshot', entries: entries.sort(byDepthThenName) });
    });
  }

  /** Waits until no look is under way, and looks no more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#regular);
    this.#hints.close();
    await this.lock.run(() => Promise.resolve());
  }

  /** Takes up a change made by the page itself. Call under the lock. */
  tell(change: VaultChange): void {
    this.options.onChange(change);
    this.#followFolders();
  }

  #lookSoon(folder: string): void {
    this.#dirty.add(folder);
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const folders = [...this.#dirty];
      this.#dirty.clear();
      void this.#lookUnderLock(folders);
    }, hintDelayMs);
  }

  #lookRegularly(waitMs: number): void {
    if (this.#closed) return;
    this.#regular = setTimeout(() => {
      const startedAt = performance.now();
      void this.#lookUnderLock(this.#allFolders()).then(() => {
        this.#lookRegularly(Math.max(regularLookMs, restFactor * (performance.now() - startedAt)));
      });
    }, waitMs);
  }

  async #lookUnderLock(folders: string[]): Promise<void> {
    try {
      await this.lock.run(async () => {
        if (!this.#closed) await this.#look(folders, 'after the sync delay', this.options.onChange);
      });
    } catch (error) {
      this.options.onError(error);
    }
  }

  async #look(folders: readonly string[], when: When, tell: (change: VaultChange) => void): Promise<void> {
    const byFolder = new Map<string, Difference[]>();
    for (const folder of folders) byFolder.set(folder, await this.#differencesIn(folder));
    // What was moved between the reading of two folders is seen in both: where it came from is read once more.
    const cameFrom = movedFrom(this.tree, [...byFolder.values()].flat());
    for (const folder of cameFrom) byFolder.set(folder, await this.#differencesIn(folder));
    const found = [...byFolder.values()].flat();
    const due = when === 'at once' ? found : this.#due(found);
    const newFolders: string[] = [];
    for (const item of inEventOrder(due)) {
      for (const change of applyDifference(this.tree, item)) tell(change);
      if (item.kind === 'appeared' && item.found.kind === 'folder') newFolders.push(item.found.path);
    }
    this.#followFolders();
    if (newFolders.length > 0) await this.#look(newFolders, when, tell);
  }

  async #differencesIn(folder: string): Promise<Difference[]> {
    const known = this.tree.get(folder);
    if (folder !== '/' && known?.kind !== 'folder') return [];
    const onDisk = await readFolder(this.root, folder, known?.diskPath ?? '');
    return differences(this.tree.childrenOf(folder), onDisk);
  }

  /** The differences that have waited for the sync delay. The others are looked at again when their time has come. */
  #due(found: readonly Difference[]): Difference[] {
    const delay = this.options.syncDelayMs;
    if (delay <= 0) return [...found];
    const now = Date.now();
    return found.filter((item) => {
      const path = entryOf(item).path;
      const seenAt = this.#seenAt.get(path) ?? now;
      this.#seenAt.set(path, seenAt);
      if (now - seenAt < delay) return false;
      this.#seenAt.delete(path);
      return true;
    });
  }

  #allFolders(): string[] {
    return ['/', ...this.tree.all().flatMap((entry) => (entry.kind === 'folder' ? [entry.path] : []))];
  }

  #followFolders(): void {
    if (this.#closed) return;
    const folders = this.tree.all().filter((entry) => entry.kind === 'folder');
    this.#hints.follow(new Map([['/', ''], ...folders.map((entry): [string, string] => [entry.path, entry.diskPath])]));
  }
}

/** For changes that the snapshot to come will say. */
function untold(): void {
  return undefined;
}

function entryOf(item: Difference): KnownEntry {
  return item.kind === 'gone' ? item.known : item.found;
}

function byDepthThenName(one: { path: string }, other: { path: string }): number {
  const depth = one.path.split('/').length - other.path.split('/').length;
  return depth !== 0 ? depth : one.path < other.path ? -1 : 1;
}
