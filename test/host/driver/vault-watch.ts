import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Receives hints from the operating system that a folder has changed. A hint only makes the next scan start
 * earlier. Without a hint, the next regular scan finds the change.
 */
export class FolderHints {
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(
    private readonly root: string,
    private readonly onHint: (folder: string) => void,
  ) {}

  /** Watches exactly these folders (vault path → path on disk) from now on. */
  follow(folders: ReadonlyMap<string, string>): void {
    for (const folder of [...this.#watchers.keys()]) if (!folders.has(folder)) this.#drop(folder);
    for (const [folder, diskPath] of folders) if (!this.#watchers.has(folder)) this.#add(folder, diskPath);
  }

  close(): void {
    this.follow(new Map());
  }

  #add(folder: string, diskPath: string): void {
    try {
      const watcher = watch(join(this.root, diskPath), { persistent: false }, () => {
        this.onHint(folder);
      });
      watcher.on('error', () => {
        this.#drop(folder);
        this.onHint(folder);
      });
      this.#watchers.set(folder, watcher);
    } catch {
      // The folder was removed, or the system has no watches left. In both cases, the regular scans find the
      // changes in the folder.
      this.onHint(folder);
    }
  }

  #drop(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}
