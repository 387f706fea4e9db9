import * as v from 'valibot';
import { listing, stat, type Listing, type Stat } from '../protocol';
import { normalizePath } from '../vault-path';
import { address, VaultError, type DriverClient } from './driver-client';

export interface DataWriteOptions {
  ctime?: number;
  mtime?: number;
}

/**
 * Obsidian's `DataAdapter`: reads and writes the files of the vault on the disk, including those in hidden
 * folders. Changes of one file are made one after another.
 */
export class DataAdapter {
  readonly #lines = new Map<string, Promise<unknown>>();

  constructor(
    private readonly driver: DriverClient,
    private readonly vaultName: string,
  ) {}

  getName(): string {
    return this.vaultName;
  }

  async exists(path: string): Promise<boolean> {
    return (await this.stat(path)) !== null;
  }

  stat(path: string): Promise<Stat | null> {
    return this.driver.query('/vault/stat', { path: normalizePath(path) }, v.nullable(stat));
  }

  list(path: string): Promise<Listing> {
    return this.driver.query('/vault/list', { path: normalizePath(path) }, listing);
  }

  async read(path: string): Promise<string> {
    return (await this.driver.get('/vault/file', { path: normalizePath(path) })).text();
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    return (await this.driver.get('/vault/file', { path: normalizePath(path) })).arrayBuffer();
  }

  write(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    return this.#inLine(path, () => this.#put(path, data, 'replace', options));
  }

  writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.#inLine(path, () => this.#put(path, data, 'replace', options));
  }

  /**
   * Creates a file.
   * @throws VaultError `File already exists.` when the folder has a file with this name; upper and
   * lower case count as equal
   * @throws VaultError with code ENOENT when the folder does not exist
   */
  create(path: string, data: string | ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.#inLine(path, () => this.#put(path, data, 'create', options));
  }

  append(path: string, data: string): Promise<void> {
    return this.#inLine(path, () =>
      this.driver.change('POST', '/vault/append', { path: normalizePath(path) }, data),
    );
  }

  appendBinary(path: string, data: ArrayBuffer): Promise<void> {
    return this.#inLine(path, () =>
      this.driver.change('POST', '/vault/append', { path: normalizePath(path) }, data),
    );
  }

  /** Reads, changes and writes a file. The app makes no other change to the file meanwhile. */
  process(path: string, change: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    return this.#inLine(path, async () => {
      const before = await this.read(path);
      const after = change(before);
      if (typeof after !== 'string')
        throw new TypeError('The callback of process must return text synchronously.');
      if (after !== before) await this.#put(path, after, 'replace', options);
      return after;
    });
  }

  getResourcePath(path: string): string {
    return new URL(address('/vault/file', { path: normalizePath(path) }), window.location.href).href;
  }

  mkdir(path: string): Promise<void> {
    return this.driver.change('POST', '/vault/folder', { path: normalizePath(path), existing: 'accept' });
  }

  /** Creates a folder. @throws VaultError `Folder already exists.` */
  createFolder(path: string): Promise<void> {
    return this.driver.change('POST', '/vault/folder', { path: normalizePath(path), existing: 'refuse' });
  }

  async trashSystem(path: string): Promise<boolean> {
    await this.driver.change('POST', '/vault/trash', { path: normalizePath(path), where: 'system' });
    return true;
  }

  trashLocal(path: string): Promise<void> {
    return this.driver.change('POST', '/vault/trash', { path: normalizePath(path), where: 'local' });
  }

  rmdir(path: string, recursive: boolean): Promise<void> {
    return this.driver.change('DELETE', '/vault/folder', {
      path: normalizePath(path),
      recursive: recursive ? 'yes' : 'no',
    });
  }

  remove(path: string): Promise<void> {
    return this.driver.change('DELETE', '/vault/file', { path: normalizePath(path) });
  }

  rename(path: string, newPath: string): Promise<void> {
    return this.driver.change('POST', '/vault/rename', {
      path: normalizePath(path),
      to: normalizePath(newPath),
    });
  }

  copy(path: string, newPath: string): Promise<void> {
    return this.driver.change('POST', '/vault/copy', {
      path: normalizePath(path),
      to: normalizePath(newPath),
    });
  }

  #put(
    path: string,
    data: string | ArrayBuffer,
    mode: string,
    options: DataWriteOptions | undefined,
  ): Promise<void> {
    const normalized = normalizePath(path);
    if (/[. ]$/.test(normalized)) throw new VaultError('File names cannot end with a dot or a space.');
    const times = options?.mtime === undefined ? {} : { mtime: options.mtime };
    return this.driver.change('PUT', '/vault/file', { path: normalized, mode, ...times }, data);
  }

  #inLine<T>(path: string, action: () => Promise<T>): Promise<T> {
    const key = normalizePath(path);
    const turn = (this.#lines.get(key) ?? Promise.resolve()).then(action, action);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#lines.set(key, settled);
    void settled.then(() => {
      if (this.#lines.get(key) === settled) this.#lines.delete(key);
    });
    return turn;
  }
}
