import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import {
  appendFile,
  copyFile,
  cp,
  mkdir,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  utimes,
  unlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isHidden, joinPath, nameOf, normalizePath, parentOf } from '../vault-path';
import { applyDifference, readEntry } from './vault-scan';
import type { VaultDisk } from './vault-disk';
import type { VaultChange } from '../protocol';

/**
 * `create` fails when the name is taken; `A.md` and `a.md` count as the same name. `replace` creates or
 * replaces the file.
 */
export type WriteMode = 'create' | 'replace';

/** Times to set on a written file, in ms. */
export interface WriteTimes {
  mtime?: number;
}

/** Thrown when the app's own rules, and not the disk, reject an operation. It has the app's message. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused';
}

/**
 * The app's operations on the vault. Each operation changes the disk and reports the change to the page. It
 * holds the lock of the disk until both are done.
 */
export class VaultOperations {
  constructor(
    private readonly disk: VaultDisk,
    /** The folder that imitates the system's trash. It is outside the vault. */
    private readonly trashFolder: string,
  ) {}

  /** Returns the absolute path on disk of a vault path. No file needs to exist there. */
  absolute(path: string): string {
    return join(this.disk.root, this.#diskPath(path));
  }

  /** Writes the bytes to a temporary file, then moves it into place in one step. */
  async write(path: string, bytes: Readable, mode: WriteMode, times: WriteTimes): Promise<void> {
    const staged = join(this.disk.root, '.obsidian', `.writing-${randomUUID()}`);
    await mkdir(dirname(staged), { recursive: true });
    try {
      await pipeline(bytes, createWriteStream(staged));
      await this.disk.lock.run(async () => {
        await this.#requireParent(path);
        if (mode === 'create') await this.#requireFree(path, 'File already exists.');
        if (times.mtime !== undefined) await utimes(staged, times.mtime / 1000, times.mtime / 1000);
        await rename(staged, this.absolute(path));
        await this.#reportWritten(path);
      });
    } finally {
      await rm(staged, { force: true });
    }
  }

  async append(path: string, bytes: Uint8Array): Promise<void> {
    await this.disk.lock.run(async () => {
      await appendFile(this.absolute(path), bytes);
      await this.#reportWritten(path);
    });
  }

  /** Creates a folder and its parents. @throws OperationRefused `Folder already exists.` */
  async createFolder(path: string, whenThere: 'refuse' | 'accept'): Promise<void> {
    await this.disk.lock.run(async () => {
      if (whenThere === 'refuse') await this.#requireFree(path, 'Folder already exists.');
      await mkdir(this.absolute(path), { recursive: true });
      const levels = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
      for (const level of levels)
        if (this.disk.tree.get(level) === undefined) await this.#reportWritten(level);
    });
  }

  /**
   * Renames or moves a file or folder. The page keeps the same object for it. A new path that differs from
   * the old one only in case is allowed.
   */
  async rename(from: string, to: string): Promise<void> {
    await this.disk.lock.run(async () => {
      await this.#requireParent(to);
      if (to.toLowerCase() !== from.toLowerCase())
        await this.#requireFree(to, 'Destination file already exists!');
      await rename(this.absolute(from), this.absolute(to));
      await this.#reportMoved(from, to);
    });
  }

  async copy(from: string, to: string): Promise<void> {
    await this.disk.lock.run(async () => {
      await this.#requireParent(to);
      await this.#requireFree(to, 'Destination file already exists!');
      await copyFile(this.absolute(from), this.absolute(to));
      await this.#reportWritten(to);
    });
  }

  async remove(path: string): Promise<void> {
    await this.disk.lock.run(async () => {
      await unlink(this.absolute(path));
      this.#reportRemoved(path);
    });
  }

  async removeFolder(path: string, what: 'empty' | 'with all below'): Promise<void> {
    await this.disk.lock.run(async () => {
      if (what === 'empty') await rmdir(this.absolute(path));
      else await rm(this.absolute(path), { recursive: true });
      this.#reportRemoved(path);
    });
  }

  /** Moves a file or folder to `.trash` in the vault or to the system's trash, under a free name. */
  async trash(path: string, where: 'local' | 'system'): Promise<void> {
    await this.disk.lock.run(async () => {
      const folder = where === 'local' ? join(this.disk.root, '.trash') : this.trashFolder;
      await mkdir(folder, { recursive: true });
      const taken = new Set(await readdir(folder));
      await moveAcrossDisks(this.absolute(path), join(folder, freeName(nameOf(path), taken)));
      this.#reportRemoved(path);
    });
  }

  #diskPath(path: string): string {
    if (path === '/' || path === '') return '';
    const known = this.disk.tree.get(path);
    return known?.diskPath ?? joinPath(this.#diskPath(parentOf(path)), nameOf(path));
  }

  async #requireParent(path: string): Promise<void> {
    const found = await stat(this.absolute(parentOf(path))).catch(() => undefined);
    if (found?.isDirectory() === true) return;
    const message = `ENOENT: no such file or directory, open '${this.absolute(path)}'`;
    throw Object.assign(new Error(message), { code: 'ENOENT' });
  }

  async #requireFree(path: string, message: string): Promise<void> {
    const names = await readdir(this.absolute(parentOf(path))).catch(() => []);
    const wanted = nameOf(path).toLowerCase();
    if (names.some((name) => normalizePath(name).toLowerCase() === wanted))
      throw new OperationRefused(message);
  }

  async #reportWritten(path: string): Promise<void> {
    if (isHidden(path)) return;
    const known = this.disk.tree.get(path);
    const found = await readEntry(this.disk.root, path, this.#diskPath(path));
    if (found === undefined) return;
    // On disk, the new bytes are in a new file. The app treats it as the old file with new contents, so the
    // old creation time is kept.
    if (known !== undefined) found.stat.ctime = known.stat.ctime;
    this.disk.tree.set(found);
    this.disk.report({ kind: 'upsert', entry: { path, kind: found.kind, stat: found.stat } });
  }

  async #reportMoved(from: string, to: string): Promise<void> {
    const known = this.disk.tree.get(from);
    if (isHidden(to)) {
      this.#reportRemoved(from);
      return;
    }
    const diskPath = joinPath(this.#diskPath(parentOf(to)), nameOf(to));
    const found = await readEntry(this.disk.root, to, diskPath);
    if (found === undefined) return;
    if (known === undefined) {
      await this.#reportWritten(to);
      return;
    }
    this.disk.tree.move(from, found);
    this.disk.report({ kind: 'rename', from, to, stat: found.stat });
  }

  #reportRemoved(path: string): void {
    const known = this.disk.tree.get(path);
    const changes: VaultChange[] =
      known === undefined ? [] : applyDifference(this.disk.tree, { kind: 'gone', known });
    for (const change of changes) this.disk.report(change);
  }
}

async function moveAcrossDisks(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, preserveTimestamps: true });
  await rm(from, { recursive: true });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf('.');
  const [base, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 2; ; number++) {
    const candidate = `${base} ${number}${extension}`;
    if (!taken.has(candidate)) return candidate;
  }
}
