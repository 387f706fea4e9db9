import { Events } from './events';
import { TFile, type TAbstractFile } from './files';
import { getLinkpath, LinkResolver } from './link-resolver';
import { readMetadata, type CachedMetadata } from './markdown-cache';
import type { Vault } from './vault';

type LinkCounts = Record<string, Record<string, number>>;

/**
 * Obsidian's index of notes. It is updated after the vault: first the vault's event fires, then the note is
 * read, then `changed` fires.
 */
export class MetadataCache extends Events {
  resolvedLinks: LinkCounts = {};
  unresolvedLinks: LinkCounts = {};
  readonly #caches = new Map<TFile, CachedMetadata>();
  readonly #links: LinkResolver;
  readonly #unread = new Set<TFile>();
  #busy = false;

  constructor(private readonly vault: Vault) {
    super();
    this.#links = new LinkResolver(vault);
    vault.on('create', (file: TAbstractFile) => {
      this.#readLater(file);
    });
    vault.on('modify', (file: TAbstractFile) => {
      this.#readLater(file);
    });
    vault.on('rename', (file: TAbstractFile, oldPath: string) => {
      Reflect.deleteProperty(this.resolvedLinks, oldPath);
      Reflect.deleteProperty(this.unresolvedLinks, oldPath);
      this.#resolveLater(file);
    });
    vault.on('delete', (file: TAbstractFile) => {
      this.#forget(file);
    });
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.#caches.get(file) ?? null;
  }

  getCache(path: string): CachedMetadata | null {
    const file = this.vault.getFileByPath(path);
    return file === null ? null : this.getFileCache(file);
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return this.#links.resolve(linkpath, sourcePath);
  }

  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    return this.#links.linktext(file, sourcePath, this.vault.config.newLinkFormat, omitMdExtension);
  }

  /**
   * Returns whether the setting *Excluded files* excludes the path. Each entry of the setting is the start of
   * a path, or a regular expression between slashes. The app has this function, but not in its public API.
   */
  isUserIgnored(path: string): boolean {
    return (this.vault.config.userIgnoreFilters ?? []).some((filter) => {
      const pattern = /^\/(.+)\/$/.exec(filter)?.[1];
      return pattern === undefined ? path.startsWith(filter) : new RegExp(pattern, 'i').test(path);
    });
  }

  #readLater(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    if (file.extension === 'md') this.#unread.add(file);
    this.#resolveLater(file);
  }

  #resolveLater(file: TAbstractFile): void {
    if (!(file instanceof TFile) || this.#busy) return;
    this.#busy = true;
    void this.#readAll();
  }

  async #readAll(): Promise<void> {
    // The index reads files in a later task of the event loop, so that the vault's other listeners run first.
    await new Promise<void>((resolve) => queueTask(resolve));
    for (let [file] = this.#unread; file !== undefined; [file] = this.#unread) {
      this.#unread.delete(file);
      await this.#read(file);
    }
    this.#busy = false;
    for (const file of this.#caches.keys()) this.#resolve(file);
    this.trigger('resolved');
  }

  async #read(file: TFile): Promise<void> {
    const text = await this.vault.cachedRead(file).catch(() => null);
    // The text is null if the file was deleted or moved before it was read.
    if (text === null || file.deleted) return;
    const cache = readMetadata(text);
    this.#caches.set(file, cache);
    this.trigger('changed', file, text, cache);
  }

  #resolve(file: TFile): void {
    const found: Record<string, number> = {};
    const missing: Record<string, number> = {};
    const cache = this.#caches.get(file);
    for (const { link } of [
      ...(cache?.links ?? []),
      ...(cache?.embeds ?? []),
      ...(cache?.frontmatterLinks ?? []),
    ]) {
      const target = this.#links.resolve(getLinkpath(link), file.path);
      const [counts, key] = target === null ? [missing, getLinkpath(link)] : [found, target.path];
      counts[key] = (counts[key] ?? 0) + 1;
    }
    this.resolvedLinks[file.path] = found;
    this.unresolvedLinks[file.path] = missing;
    this.trigger('resolve', file);
  }

  #forget(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    const before = this.#caches.get(file) ?? null;
    this.#caches.delete(file);
    this.#unread.delete(file);
    Reflect.deleteProperty(this.resolvedLinks, file.path);
    Reflect.deleteProperty(this.unresolvedLinks, file.path);
    if (file.extension === 'md') this.trigger('deleted', file, before);
    this.#resolveLater(file);
  }
}

function queueTask(task: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    task();
  };
  channel.port2.postMessage(null);
}
