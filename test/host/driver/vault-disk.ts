import { Lock } from './lock';
import {
  applyDifference,
  differences,
  inEventOrder,
  movedFrom,
  readFolder,
  type Difference,
} from './vault-scan';
import { VaultTree, type KnownEntry } from './vault-tree';
import { FolderHints } from './vault-watch';
import type { VaultChange } from '../protocol';

/**
 * When the operating system hints that a folder has changed, a scan starts after this delay in ms. The scan
 * also covers the folders of all hints that arrive during the delay.
 */
const hintDelayMs = 15;
/** The minimum pause in ms between two regular scans. A regular scan reads the whole vault. */
const regularScanMs = 400;

/** The pause after a regular scan is at least this number times the duration of the scan. */
const restFactor = 12;

export interface VaultDiskOptions {
  readonly root: string;
  /**
   * A change that another program makes is reported this number of ms later, as if a sync service delayed it.
   */
  readonly syncDelayMs: number;
  /** Called with every change, in order. */
  readonly onChange: (change: VaultChange) => void;
  /** Called with each error of a scan. */
  readonly onError: (error: unknown) => void;
}

type When = 'at once' | 'after the sync delay';

/**
 * Scans the vault on disk repeatedly and compares it with `tree`, the state that was last sent to the page.
 * Only the holder of `lock` may use the disk or `tree`, so that all changes have one order.
 */
export class VaultDisk {
  readonly tree = new VaultTree();
  readonly lock = new Lock();
  readonly root: string;
  readonly #hints: FolderHints;
  readonly #dirty = new Set<string>();
  /**
   * The differences that wait for the sync delay: for each path, the time in ms at which a scan first found
   * the difference.
   */
  readonly #seenAt = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #regular: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(private readonly options: VaultDiskOptions) {
    this.root = options.root;
    this.#hints = new FolderHints(options.root, (folder) => {
      this.#scanSoon(folder);
    });
  }

  /** Reads the whole vault without reporting anything. Later scans report what has changed since then. */
  async start(): Promise<void> {
    await this.lock.run(() => this.#scan(this.#allFolders(), 'at once', ignoreChange));
    this.#scanRegularly(regularScanMs);
  }

  /**
   * Sends the whole vault to a page as the first event. `connect` is called directly before the event is
   * sent, under the same lock.
   */
  async sendSnapshot(connect: () => void): Promise<void> {
    await this.lock.run(async () => {
      await this.#scan(this.#allFolders(), 'after the sync delay', ignoreChange);
      connect();
      const entries = this.tree.all().map(({ path, kind, stat }) => ({ path, kind, stat }));
      this.report({ kind: 'snapshot', entries: entries.sort(byDepthThenName) });
    });
  }

  /** Waits until the current scan ends, and starts no other one. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#regular);
    this.#hints.close();
    await this.lock.run(() => Promise.resolve());
  }

  /** Sends a change or a snapshot to the page. The caller must hold the lock. */
  report(change: VaultChange): void {
    this.options.onChange(change);
    this.#followFolders();
  }

  #scanSoon(folder: string): void {
    this.#dirty.add(folder);
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const folders = [...this.#dirty];
      this.#dirty.clear();
      void this.#scanUnderLock(folders);
    }, hintDelayMs);
  }

  #scanRegularly(waitMs: number): void {
    if (this.#closed) return;
    this.#regular = setTimeout(() => {
      const startedAt = performance.now();
      void this.#scanUnderLock(this.#allFolders()).then(() => {
        this.#scanRegularly(Math.max(regularScanMs, restFactor * (performance.now() - startedAt)));
      });
    }, waitMs);
  }

  async #scanUnderLock(folders: string[]): Promise<void> {
    try {
      await this.lock.run(async () => {
        if (!this.#closed) await this.#scan(folders, 'after the sync delay', this.options.onChange);
      });
    } catch (error) {
      this.options.onError(error);
    }
  }

  async #scan(folders: readonly string[], when: When, report: (change: VaultChange) => void): Promise<void> {
    const byFolder = new Map<string, Difference[]>();
    for (const folder of folders) byFolder.set(folder, await this.#differencesIn(folder));
    const cameFrom = movedFrom(this.tree, [...byFolder.values()].flat());
    for (const folder of cameFrom) byFolder.set(folder, await this.#differencesIn(folder));
    const found = [...byFolder.values()].flat();
    const due = when === 'at once' ? found : this.#due(found);
    const newFolders: string[] = [];
    for (const item of inEventOrder(due)) {
      for (const change of applyDifference(this.tree, item)) report(change);
      if (item.kind === 'appeared' && item.found.kind === 'folder') newFolders.push(item.found.path);
    }
    this.#followFolders();
    if (newFolders.length > 0) await this.#scan(newFolders, when, report);
  }

  async #differencesIn(folder: string): Promise<Difference[]> {
    const known = this.tree.get(folder);
    if (folder !== '/' && known?.kind !== 'folder') return [];
    const onDisk = await readFolder(this.root, folder, known?.diskPath ?? '');
    return differences(this.tree.childrenOf(folder), onDisk);
  }

  /** Returns the differences that have waited for the sync delay. */
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
    this.#hints.follow(
      new Map([['/', ''], ...folders.map((entry): [string, string] => [entry.path, entry.diskPath])]),
    );
  }
}

function ignoreChange(): void {
  return undefined;
}

function entryOf(item: Difference): KnownEntry {
  return item.kind === 'gone' ? item.known : item.found;
}

function byDepthThenName(one: { path: string }, other: { path: string }): number {
  const depth = one.path.split('/').length - other.path.split('/').length;
  return depth !== 0 ? depth : one.path < other.path ? -1 : 1;
}
