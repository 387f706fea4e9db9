import { TFile, TFolder, type App, type Vault } from 'obsidian';
import { Failure } from '../failure';
import { isHidden, isPdfPath } from '../inbox/scope';
import type { FileStat, InboxVault, PdfFile } from '../inbox/vault';

/** Gives the inbox access to the PDFs in the app's vault. */
export class AppInboxVault implements InboxVault {
  constructor(private readonly vault: Vault) {}

  pdfsBelow(folder: string): readonly PdfFile[] {
    const path = folder.replace(/^\/+|\/+$/g, '');
    const root = path === '' ? this.vault.getRoot() : this.vault.getFolderByPath(path);
    return root === null ? [] : [...pdfsIn(root)];
  }

  async stat(file: PdfFile): Promise<FileStat | null> {
    if (!this.exists(file)) return null;
    // The size and time are read from the disk, because the app's own record is out of date while a file is
    // being written.
    const stat = await this.vault.adapter.stat(file.path);
    return stat === null ? null : { size: stat.size, mtime: stat.mtime };
  }

  async read(file: PdfFile): Promise<ArrayBuffer> {
    const found = this.vault.getFileByPath(file.path);
    if (found === null) throw new Failure('vault-file-gone', { details: { name: file.name } });
    try {
      return await this.vault.readBinary(found);
    } catch (cause) {
      const kind = (await this.vault.adapter.exists(file.path)) ? 'vault-read' : 'vault-file-gone';
      throw new Failure(kind, { cause, details: { name: file.name } });
    }
  }

  exists(file: PdfFile): boolean {
    return this.vault.getFileByPath(file.path) === file;
  }
}

function* pdfsIn(folder: TFolder): Iterable<TFile> {
  for (const child of folder.children) {
    if (isHidden(child.name)) continue;
    if (child instanceof TFolder) yield* pdfsIn(child);
    else if (child instanceof TFile && isPdfPath(child.path)) yield child;
  }
}

/**
 * Returns whether a path matches *Excluded files* in the settings of the app. The app's function for this is
 * not part of the published API. If the app does not have this function, nothing is excluded.
 */
export function isExcluded({ metadataCache }: App, path: string): boolean {
  const test: unknown = Reflect.get(metadataCache, 'isUserIgnored');
  return typeof test === 'function' && Reflect.apply(test, metadataCache, [path]) === true;
}
