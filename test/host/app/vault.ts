import { normalizePath } from '../vault-path';
import type { VaultChange, VaultConfig } from '../protocol';
import type { DataAdapter, DataWriteOptions } from './adapter';
import { Events } from './events';
import { TFile, TFolder, type TAbstractFile } from './files';
import { NotImplementedError } from './not-implemented';
import { VaultIndex } from './vault-index';

/**
 * Obsidian's `Vault`. The driver (a process outside the page) tells it which files exist. A call that changes
 * a file resolves after the event of the change has fired.
 */
export class Vault extends Events {
  readonly configDir = '.obsidian';
  readonly #index = new VaultIndex(this);
  readonly #readings = new WeakMap<TFile, { mtime: number; size: number; text: string }>();

  constructor(
    readonly adapter: DataAdapter,
    /** The settings in the vault's `app.json`. */
    readonly config: VaultConfig,
  ) {
    super();
  }

  /**
   * Applies a change from the driver and fires the resulting events. This method is not part of Obsidian's
   * API.
   */
  take(change: VaultChange): void {
    for (const event of this.#index.apply(change)) {
      if (event.name === 'rename') this.trigger('rename', event.file, event.oldPath);
      else this.trigger(event.name, event.file);
    }
  }

  getName(): string {
    return this.adapter.getName();
  }

  getRoot(): TFolder {
    return this.#index.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.#index.get(path);
  }

  getFileByPath(path: string): TFile | null {
    const file = this.#index.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.#index.get(path);
    return folder instanceof TFolder ? folder : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return this.#index.all();
  }

  getFiles(): TFile[] {
    return this.#index.all().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  getAllFolders(includeRoot = false): TFolder[] {
    const folders = this.#index.all().filter((file) => file instanceof TFolder);
    return includeRoot ? folders : folders.filter((folder) => !folder.isRoot());
  }

  async create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> {
    await this.adapter.create(path, data, options);
    return this.#made(path);
  }

  async createBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<TFile> {
    await this.adapter.create(path, data, options);
    return this.#made(path);
  }

  async createFolder(path: string): Promise<TFolder> {
    await this.adapter.createFolder(path);
    const folder = this.getFolderByPath(normalizePath(path));
    if (folder === null) throw new Error(`The folder ${path} is hidden from the vault.`);
    return folder;
  }

  read(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  /** Like `read`, but returns cached text if the file is unchanged. */
  async cachedRead(file: TFile): Promise<string> {
    const { mtime, size } = file.stat;
    const known = this.#readings.get(file);
    if (known?.mtime === mtime && known.size === size) return known.text;
    const text = await this.adapter.read(file.path);
    this.#readings.set(file, { mtime, size, text });
    return text;
  }

  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    return this.adapter.write(file.path, data, options);
  }

  modifyBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.adapter.writeBinary(file.path, data, options);
  }

  append(file: TFile, data: string): Promise<void> {
    return this.adapter.append(file.path, data);
  }

  appendBinary(file: TFile, data: ArrayBuffer): Promise<void> {
    return this.adapter.appendBinary(file.path, data);
  }

  process(file: TFile, fn: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    return this.adapter.process(file.path, fn, options);
  }

  rename(file: TAbstractFile, newPath: string): Promise<void> {
    return this.adapter.rename(file.path, newPath);
  }

  async copy(file: TAbstractFile, newPath: string): Promise<TAbstractFile> {
    if (!(file instanceof TFile)) throw new NotImplementedError('Vault.copy of a folder');
    await this.adapter.copy(file.path, newPath);
    return this.#made(newPath);
  }

  delete(file: TAbstractFile, force = false): Promise<void> {
    return file instanceof TFolder ? this.adapter.rmdir(file.path, force) : this.adapter.remove(file.path);
  }

  async trash(file: TAbstractFile, system: boolean): Promise<void> {
    if (system) await this.adapter.trashSystem(file.path);
    else await this.adapter.trashLocal(file.path);
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    for (const child of root.children) {
      callback(child);
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
    }
  }

  #made(path: string): TFile {
    const file = this.getFileByPath(normalizePath(path));
    if (file === null) throw new Error(`The file ${path} is hidden from the vault.`);
    return file;
  }
}
